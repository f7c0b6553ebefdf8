type Found = { address: string; key: string };

/** Reads the references of a page's structured data: every whole address in it. Undefined if it is not JSON. */
export function readDataAddresses(json: string): Found[] | undefined {
  const found: Found[] = [];
  try {
    collect('', JSON.parse(json), found);
    return found;
  } catch {
    return undefined;
  }
}

function collect(key: string, value: unknown, found: Found[]): void {
  if (typeof value === 'object' && value !== null)
    for (const [name, each] of Object.entries(value)) collect(name, each, found);
  // The vocabulary's own address says which words are used; nobody follows it.
  else if (typeof value === 'string' && /^https?:\/\/\S+$/.test(value) && key !== '@context')
    found.push({ address: value, key });
}
