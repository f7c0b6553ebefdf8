/** What a page's structured data describes: every thing of its graph. */
export type AnyThing = { '@type': string } & Record<string, unknown>;

export function thingsOn(page: string): AnyThing[] {
  const [, json = '{"@graph":[]}'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
  return JSON.parse(json)['@graph'];
}
