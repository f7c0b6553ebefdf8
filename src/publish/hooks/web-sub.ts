/** `webSub:` the hub that the site’s feeds name tells those who follow them: https://www.w3.org/TR/websub/ */
import { type Asker, askingHook, shown } from './ask.ts';
import { type Hook, HookFailed, type News, type Surroundings } from './hook.ts';

export function webSubHook(): Hook {
  return askingHook('webSub', tellHub);
}

async function tellHub(asker: Asker, { feeds }: News, { site }: Surroundings): Promise<void> {
  if (feeds.length === 0) return;
  if (site.webSub === undefined)
    throw new HookFailed(
      'The site names no hub, and its feeds do not either. Add webSub: with the address of a hub to site.yaml, or take the hook out of publish.yaml.',
    );
  const url = new URL(site.webSub);
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  for (const feed of feeds) {
    // The standard leaves open how a hub is told: some read the one name, some the other.
    const body = new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': feed, 'hub.topic': feed }).toString();
    const answer = await asker.ask({ method: 'POST', url, headers, body });
    if (answer.status < 200 || answer.status >= 300)
      throw new HookFailed(`The hub ${site.webSub} was told of ${feed} and answered ${shown(answer)}.`);
  }
}
