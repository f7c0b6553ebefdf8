/** `/authors/`: everyone who has written something that is public. */
import { namesKind } from './names.ts';

export const authorIndex = namesKind('author-index');
