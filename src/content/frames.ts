/** Other sites of which pages may show something in a frame: `frames` in site.yaml names their hosts. */

export function frameHost(url: string): string {
  return URL.parse(url)?.host ?? '';
}

/** A page can show only what comes encrypted, as it does itself. */
export function mayFrame(url: string, hosts: readonly string[]): boolean {
  return /^https:/i.test(url) && hosts.includes(frameHost(url));
}

export function isHost(text: string): boolean {
  return /^(?=.*\.)[a-z0-9.-]+$/.test(text) && URL.parse(`https://${text}/`)?.host === text;
}

/** `charts.example` of `https://Charts.example/embed/`. */
export function hostOf(written: string): string | undefined {
  const host = frameHost(/^https?:\/\//i.test(written) ? written : `https://${written}`);
  return isHost(host) ? host : undefined;
}
