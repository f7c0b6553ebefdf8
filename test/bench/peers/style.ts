/** The `<style>` elements of a built page, tags included: what the peers' pages carry too. */
export function styleOf(page: string): string {
  return (page.match(/<style[^>]*>[\s\S]*?<\/style>/g) ?? []).join('');
}
