/** `cloudflare:` a zone of Cloudflare’s: https://developers.cloudflare.com/api/resources/cache/methods/purge/ */
import { type Asker, askingHook, shown } from './ask.ts';
import { type Hook, HookFailed, type News, type Surroundings } from './hook.ts';

/** URLs in one request, on every plan (July 2026): https://developers.cloudflare.com/cache/how-to/purge-cache/ */
const mostUrls = 100;

const ownApi = 'https://api.cloudflare.com/client/v4';

export function cloudflareHook(zone: string): Hook {
  return askingHook(`cloudflare ${zone}`, (asker, news, surroundings) => purge(zone, asker, news, surroundings));
}

async function purge(
  zone: string,
  asker: Asker,
  { urls, isEverything }: News,
  { environment }: Surroundings,
): Promise<void> {
  const { CLOUDFLARE_API_TOKEN: token = '', CLOUDFLARE_BASE_URL: api = ownApi } = environment;
  if (token === '')
    throw new HookFailed(
      'CLOUDFLARE_API_TOKEN is not set. Put a token there that may purge the cache of the zone; it never belongs in a file of the newsroom.',
    );
  const url = new URL(`${api.replace(/\/$/, '')}/zones/${zone}/purge_cache`);
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const wanted = isEverything ? [{ purge_everything: true }] : groupsOf(urls).map((files) => ({ files }));
  for (const each of wanted) {
    const answer = await asker.ask({ method: 'POST', url, headers, body: JSON.stringify(each) });
    if (answer.status === 200 && isSuccess(answer.text)) continue;
    const advice =
      answer.status === 401 || answer.status === 403
        ? ' See whether CLOUDFLARE_API_TOKEN may purge the cache of this zone.'
        : '';
    throw new HookFailed(`Cloudflare answered ${shown(answer).replaceAll(token, '…')}.${advice}`);
  }
}

function groupsOf(urls: readonly string[]): string[][] {
  const count = Math.ceil(urls.length / mostUrls);
  return Array.from({ length: count }, (_, index) => urls.slice(index * mostUrls, (index + 1) * mostUrls));
}

function isSuccess(text: string): boolean {
  return /"success"\s*:\s*true/.test(text);
}
