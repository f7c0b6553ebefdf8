/**
 * `purge:` a cache that forgets a URL, or gets it anew, when it is asked for with the method PURGE: Varnish, Fastly, nginx.
 * The method has no way to say “everything”: each URL is asked for, however many there are.
 */
import { type Answer, type Asker, askingHook, shown } from './ask.ts';
import { type Hook, HookFailed, type News, type Surroundings } from './hook.ts';

const atOnce = 16;
/** Of URLs that could not be told, so many are tried before the others are left for the next time. */
const mostFailures = 10;

/** Has a header that the cache asks for, with its secret, as `Fastly-Key: …`. */
const headerVariable = 'BROADSHEET_PURGE_HEADER';

export function purgeHook(origin: string): Hook {
  return askingHook(`purge ${origin}`, (asker, news, surroundings) => purge(origin, asker, news, surroundings));
}

async function purge(origin: string, asker: Asker, { urls }: News, { site, environment }: Surroundings): Promise<void> {
  const headers = { Host: new URL(site.url).host, ...secretHeader(environment[headerVariable]) };
  const failures: string[] = [];
  const next = urls.values();
  const work = async () => {
    for (const url of next) {
      if (failures.length >= mostFailures) return;
      const { pathname } = new URL(url);
      try {
        const answer = await asker.ask({ method: 'PURGE', url: new URL(pathname, origin), headers });
        const fault = faultOf(answer, pathname);
        if (fault !== undefined) failures.push(`PURGE of ${url} at ${origin} was answered ${fault}`);
      } catch (error) {
        if (!(error instanceof HookFailed)) throw error;
        failures.push(error.message);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const [first] = failures;
  if (first === undefined) return;
  throw new HookFailed(failures.length === 1 ? first : `${first} Nor could others be purged.`);
}

/** What is not there need not be forgotten; a cache that gets a page anew answers as the page does. */
function faultOf(answer: Answer, pathname: string): string | undefined {
  const { status, location = '' } = answer;
  if ((status >= 200 && status < 300) || [404, 410, 412].includes(status)) return undefined;
  if (status < 300 || status >= 400) return `with ${shown(answer)}.${adviceOn(status)}`;
  const to = URL.parse(location, 'http://a.invalid');
  // An old address leads to another path; the same path elsewhere is a server that never asked its cache.
  if (to?.pathname !== pathname) return undefined;
  return `with ${status}, which leads to ${to.origin}: name that address in publish.yaml.`;
}

function adviceOn(status: number): string {
  if (status === 401 || status === 403)
    return ` Allow it from this machine, or put the header that the cache asks for into ${headerVariable}.`;
  if (status === 405 || status === 501) return ' The server there does not know PURGE, or not for this machine.';
  return '';
}

function secretHeader(written: string | undefined): Record<string, string> {
  if (written === undefined || written.trim() === '') return {};
  const [, name = '', value = ''] = /^\s*([A-Za-z0-9-]+):\s*([\x20-\x7e]+?)\s*$/.exec(written) ?? [];
  if (name === '') throw new HookFailed(`${headerVariable} is not a header, as in “Fastly-Key: …”.`);
  return { [name]: value };
}
