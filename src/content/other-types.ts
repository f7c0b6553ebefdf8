/** Types of files that are not taken as they are, and as what their programs can save them. */
import { typeOf } from './story-files.ts';

/** That cameras and programs write, and browsers or our makers of pictures do not read. */
const pictures = new Set(['gif', 'heic', 'heif', 'tif', 'tiff', 'bmp', 'jxl', 'psd']);

/** That office programs and recorders write, and browsers do not read. */
const documents = new Set(['doc', 'docx', 'odt', 'rtf', 'pages', 'xls', 'ods', 'numbers', 'ppt', 'pptx', 'odp']);
const recordings = new Set(['wav', 'aif', 'aiff', 'flac', 'ogg', 'oga', 'opus', 'wma', 'mov', 'avi', 'mkv', 'wmv']);

/** What to do with a file of a story that its name says is of such a type. */
export function savedOtherwise(name: string): string | undefined {
  const type = typeOf(name);
  if (documents.has(type)) return 'Save the document as PDF, CSV or XLSX, and write its new name in the story.';
  if (recordings.has(type)) return 'Save the recording as MP3, M4A, MP4 or WebM, and write its new name in the story.';
  return savedAsPicture(name, 'story');
}

/** The same of one that can only be a picture; `where` it is named. */
export function savedAsPicture(name: string, where: string): string | undefined {
  if (!pictures.has(typeOf(name))) return undefined;
  return `Save the picture as JPEG, PNG, WebP or AVIF, and write its new name in the ${where}.`;
}
