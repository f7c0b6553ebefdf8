/** Texts in memory that all threads share: on its way to another thread, other memory is copied. */
export function inSharedMemory(texts: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const copied = [...texts].filter(([, bytes]) => !isShared(bytes));
  const memory = new SharedArrayBuffer(copied.reduce((sum, [, bytes]) => sum + bytes.length, 0));
  const shared = new Map(texts);
  let offset = 0;
  for (const [path, bytes] of copied) {
    const place = new Uint8Array(memory, offset, bytes.length);
    place.set(bytes);
    shared.set(path, place);
    offset += bytes.length;
  }
  return shared;
}

function isShared({ buffer }: Uint8Array): boolean {
  return buffer instanceof SharedArrayBuffer;
}
