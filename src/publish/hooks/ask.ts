/** A request over HTTP that is repeated when the other side has no answer at the moment. */
import { type Hook, HookFailed, type Surroundings } from './hook.ts';

export type Question = {
  method: string;
  url: URL;
  headers?: Record<string, string>;
  body?: string;
};

/** `text` is the beginning of the answer. */
export type Answer = { status: number; text: string; location?: string; retryAfter?: string };

/** In milliseconds: how long an answer may take, and what is waited before the second and the third try. */
const longest = 10_000;
const waits = [1000, 4000];
const longestWait = 30_000;
const mostCharacters = 10_000;

/** Each command that reads hooks would wait for these, and few of them ask anything. */
function modules() {
  return { 'http:': process.getBuiltinModule('node:http'), 'https:': process.getBuiltinModule('node:https') };
}

/** The connections of one hook, which are used again for its next questions. */
export class Asker {
  readonly #pause: Surroundings['pause'];
  readonly #http = modules();
  readonly #agents = {
    'http:': new this.#http['http:'].Agent({ keepAlive: true }),
    'https:': new this.#http['https:'].Agent({ keepAlive: true }),
  };

  constructor({ pause }: Pick<Surroundings, 'pause'>) {
    this.#pause = pause;
  }

  /** Throws HookFailed if there was no answer at all. Answers of 500 and above are the last of several. */
  async ask(question: Question): Promise<Answer> {
    for (const wait of waits) {
      const answer = await this.#once(question).catch(() => undefined);
      if (answer && !isForLater(answer)) return answer;
      const told = Number(answer?.retryAfter) * 1000;
      await this.#pause(told > 0 ? Math.min(told, longestWait) : wait);
    }
    return this.#once(question).catch((error: unknown) => {
      const { code, message } = error as NodeJS.ErrnoException;
      const { method, url } = question;
      throw new HookFailed(`${method} ${url.origin}${url.pathname} has no answer (${code ?? message}).`);
    });
  }

  close(): void {
    for (const agent of Object.values(this.#agents)) agent.destroy();
  }

  #once({ method, url, headers = {}, body }: Question): Promise<Answer> {
    const by = url.protocol === 'https:' ? 'https:' : 'http:';
    const agent = this.#agents[by];
    const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
    const options = { method, agent, headers: { 'User-Agent': 'Broadsheet', ...headers, ...length } };
    return new Promise((resolve, reject) => {
      const request = this.#http[by].request(url, { ...options, signal: AbortSignal.timeout(longest) }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          if (text.length < mostCharacters) text += part;
        });
        response.on('error', reject);
        response.on('end', () => {
          const { statusCode: status = 0, headers: told } = response;
          resolve({ status, text, location: told.location, retryAfter: told['retry-after'] });
        });
      });
      request.on('error', reject);
      request.end(body);
    });
  }
}

/** A hook that asks, over connections that end with it. */
export function askingHook(
  name: string,
  tell: (asker: Asker, ...told: Parameters<Hook['tell']>) => Promise<void>,
): Hook {
  return {
    name,
    async tell(news, surroundings) {
      const asker = new Asker(surroundings);
      try {
        await tell(asker, news, surroundings);
      } finally {
        asker.close();
      }
    },
  };
}

function isForLater({ status }: Answer): boolean {
  return status === 429 || (status >= 500 && status !== 501);
}

/** An answer as a failure shows it. */
export function shown({ status, text }: Answer): string {
  const line = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line === '' ? `${status}` : `${status}: ${line.slice(0, 200)}`;
}
