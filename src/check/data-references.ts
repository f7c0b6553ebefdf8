/** Reads the references of a page's structured data: every whole address in it. Undefined if it is not JSON. */
export function readDataAddresses(json: string): { address: string; key: string }[] | undefined {
  const found: { address: string; key: string }[] = [];
  try {
    JSON.parse(json, (key, value) => {
      // The vocabulary's own address says which words are used; nobody follows it.
      if (typeof value === 'string' && /^https?:\/\/\S+$/.test(value) && key !== '@context')
        found.push({ address: value, key });
      return value;
    });
    return found;
  } catch {
    return undefined;
  }
}
