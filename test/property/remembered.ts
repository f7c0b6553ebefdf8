/** What the oracle works out again and again, each once: the key holds everything that the value is made of. */
const known = new Map<string, unknown>();

export function remembered<T>(key: string, make: () => T): T {
  if (!known.has(key)) known.set(key, make());
  return known.get(key) as T;
}
