/** Asks for one link as a reader would follow it, and says what the answer means. */
import { isBusy, type PoliteSender } from './manners.ts';
import { cutConnection, noSuchHost, type Reply } from './request.ts';
import type { Answer } from './verdict.ts';

const mostRedirects = 10;
const permanent: ReadonlySet<number> = new Set([301, 308]);
const redirects: ReadonlySet<number> = new Set([...permanent, 302, 303, 307]);

/** Undefined if a host on the way is not to be asked now. */
export async function askLink(address: string, polite: PoliteSender): Promise<Answer | undefined> {
  let url = new URL(address);
  let isForGood = true;
  for (let followed = 0; followed <= mostRedirects; followed++) {
    const reply = await askPage(url, polite);
    if (reply === undefined) return undefined;
    if ('failed' in reply) return { is: reply.failed === noSuchHost ? 'dead' : 'unknown', said: reply.failed };
    const { status, location } = reply;
    if (!redirects.has(status) || location === undefined)
      return answerOf(status, isForGood && isAnotherPage(address, url) ? url.href : undefined);
    const next = URL.parse(location, url);
    if (!next || !/^https?:$/.test(next.protocol)) return { is: 'unknown', said: 'a redirect to no web address' };
    isForGood &&= permanent.has(status);
    url = withoutSecrets(next);
  }
  return { is: 'unknown', said: 'redirects without end' };
}

/** Some hosts answer HEAD otherwise than GET, or hang up on it: what it says is bad, GET has to say too. */
async function askPage(url: URL, polite: PoliteSender): Promise<Reply | undefined> {
  const reply = await polite.ask(url, 'HEAD');
  if (reply === undefined) return undefined;
  const isFinal = 'failed' in reply ? reply.failed !== cutConnection : reply.status < 400 || isBusy(reply.status);
  return isFinal ? reply : polite.ask(url, 'GET');
}

function answerOf(status: number, movedTo: string | undefined): Answer {
  const said = String(status);
  if (status === 404 || status === 410) return { is: 'dead', said };
  if (status < 200 || status > 299) return { is: 'unknown', said };
  return { is: 'good', said, ...(status === 200 && movedTo !== undefined && { movedTo }) };
}

function withoutSecrets(url: URL): URL {
  url.hash = '';
  url.username = '';
  url.password = '';
  return url;
}

/** A front page says nothing of a page that is gone; and https, `www.` or a slash at the end are no other address to people. */
function isAnotherPage(address: string, { href, pathname, search }: URL): boolean {
  const plain = (each: string) => each.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
  return plain(address) !== plain(href) && (pathname !== '/' || search !== '');
}
