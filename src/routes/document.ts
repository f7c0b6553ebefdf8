/** A document of a story, as it is: on the site only while a public story refers to it. */
import { documentUrl } from '../content/documents.ts';
import { fileKind } from './files-as-they-are.ts';

export const document = fileKind('document', documentUrl);
