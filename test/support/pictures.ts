/** The smallest pictures there are, written out here so that no test needs a file. */

/** One grey pixel. */
export const png: Buffer = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

/** Begins and ends as a JPEG does, with one comment between. */
export const jpeg: Buffer = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0x00, 0x06]),
  Buffer.from('tiny'),
  Buffer.from([0xff, 0xd9]),
]);
