/** `broadsheet start`: builds, serves the site on this machine alone, and builds again whenever it would be another. */

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { lockFile } from '../catalog/cache-lock.ts';
import { MachineryError, WrongUsage } from '../errors.ts';
import { OutputFolder } from '../render/output.ts';
import { openSource } from '../source/git-source.ts';
import { makeFolder } from '../source/make-folder.ts';
import { isIn } from '../source/path-below.ts';
import { indexAround, rulesAround } from '../source/repository.ts';
import { publicFolder } from '../source/source.ts';
import { partsOfEngine } from '../sync/engine.ts';
import { Editor } from './admin/editor.ts';
import { checkIn } from './admin/merged-check.ts';
import { SavedPreviews } from './admin/saved-previews.ts';
import { personOf, proxyOption } from './behind-proxy.ts';
import { BuildLoop, type Ending } from './build-loop.ts';
import { calendarUrl, withDeskLinks } from './desk-links.ts';
import { followChanges } from './follow-changes.ts';
import { FrontAnswers } from './fronts/front-answers.ts';
import { frontPages } from './fronts/front-pages.ts';
import { serveLocally } from './local-server.ts';
import type { Call, Newsroom } from './newsroom.ts';
import { forgetNextDue } from './next-due.ts';
import { clock, nowArgs, nowOption } from './now-option.ts';
import { newsroomFlagHelp, previewFolders, problemArgs, problemFlags, problemFlagsHelp, readFlags } from './options.ts';
import type { ExitCode } from './run-command.ts';
import { runEngine } from './run-engine.ts';
import { documentsPages } from './take-document.ts';
import { complain, say } from './terminal.ts';
import { readTold } from './told-problems.ts';
import { WarmBuilds } from './warm-builds.ts';
import { refuseOther } from './writing.ts';

const help = (call: Call) => `Usage: ${call('start', '[flags]')}

Shows the site on this machine as you write: drafts and stories to come are there too, marked, and every
save is in the browser at once. What becomes due appears by itself. Problems are told in the terminal, on
the page concerned and at /.problems/, and the last good pages stay until you have fixed them. What is
due, in draft or expiring stands at /.calendar/, and what leads the fronts is moved at /.fronts/. A
document that is dropped on /.documents/ becomes a draft. At /admin/ stories are written in the browser,
saved as branches of git, looked at and published. All of it is for this machine alone: it lies in
.cache/preview, search engines are told to go, and it is never published.

${newsroomFlagHelp}
  --port N        the port to try first (8080)
  --proxy ADDRESS
                  answer also as https://edit.paper.example, for a proxy on this machine that signs people in
  --signed-in HEADER
                  the header in which that proxy says who is signed in: the author of what they save
  --now ISO       show the site as it will be at this instant, such as 2015-12-01T06:00; in the site's
                  time zone, if it does not say its offset
  --content DIR   its content (content)
  --out DIR       where what is shown is written (preview/site in the cache)
  --cache DIR     the cache, in whose folder “preview” the rest is remembered (.cache)
${problemFlagsHelp}

Examples:
  ${call('start')}
  ${call('start', '--port 3000')}
  ${call('start', '--now 2015-12-01T06:00')}`;

async function run(written: string[], newsroom: Newsroom): Promise<ExitCode> {
  const values = readFlags(written, {
    port: { type: 'string' },
    proxy: { type: 'string' },
    'signed-in': { type: 'string' },
    now: { type: 'string' },
    content: { type: 'string' },
    out: { type: 'string' },
    cache: { type: 'string' },
    ...problemFlags,
  });
  const port = Number(values.port ?? 8080);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new WrongUsage(`--port takes a number from 1 to 65535, not “${values.port}”.`);
  const proxy = proxyOption(values.proxy, values['signed-in']);
  const { content, out, cache } = previewFolders(newsroom, values);
  const began = await nowOption(values.now, { content, newsroom: newsroom.root });
  const atNow = nowArgs(values.now, began);
  const args = [
    '--newsroom',
    newsroom.root,
    '--content',
    content,
    ...(values.out === undefined ? [] : ['--out', out]),
    '--cache',
    dirname(cache),
    ...atNow,
    ...problemArgs(values),
  ];
  await openSource(content); // refuses what is not there
  const folder = new OutputFolder(out);
  folder.accept();
  refuseOther(folder, true);
  const lock = takePreview(cache, newsroom.call);
  const named = ['--newsroom', newsroom.root, '--content', content, '--cache', dirname(cache), ...atNow];
  let failure: string | undefined;
  const made = documentsPages({ newsroom, content, out, atNow });
  const now = () => (values.now === undefined ? clock() : began);
  const answers = new FrontAnswers();
  const fronts = frontPages({ newsroom, content, cache: dirname(cache), now }, (task) => answers.ask(task));
  Object.assign(made, fronts);
  made[calendarUrl] = { show: () => calendarPage(join(cache, 'calendar.html'), named) };
  const saved = join(dirname(cache), 'saved');
  const pictures = ['--pictures', dirname(cache)];
  const editor = new Editor({
    ...{ newsroom, content, out },
    saved: new SavedPreviews({
      args: ['--newsroom', newsroom.root, '--content', content, ...atNow, ...pictures],
      cache: saved,
    }),
    check: checkIn({ newsroom: newsroom.root, content, args: [...atNow, ...pictures], cache: join(saved, 'check') }),
    personOf: (request) => personOf(request, proxy, { content, newsroom }),
    tellChange: () => server.tellChange(),
  });
  const server = await serveLocally(out, port, () => ({ ...readTold(cache), failure }), {
    pages: made,
    answer: (request) => editor.answer(request),
    stateAt: (address) => editor.stateAt(address),
    proxy,
  });
  forgetNextDue(cache); // so that it is told once
  const builder = new WarmBuilds({
    args: ['build', '--unpublished', ...args],
    shown: () => server.shownAddresses(),
    onShownMade() {
      failure = undefined;
      return server.tellChange();
    },
  });
  const loop = new BuildLoop({
    cache,
    builder,
    isOfOneInstant: values.now !== undefined,
    isLost: () => folder.state().is === 'empty',
    onEnd(ending) {
      const waiting = ending === 0 ? undefined : waitingAfter(ending);
      if (waiting !== undefined) complain(waiting);
      failure = ending === 0 || ending === 1 ? undefined : (builder.why ?? waiting);
      server.tellChange();
    },
  });
  endOnSignal(loop, lock);
  const engine = partsOfEngine();
  const own = join(content, publicFolder);
  const code = [...engine.folders, ...engine.files, join(newsroom.root, 'src'), join(newsroom.root, 'layouts')];
  const folders = [...engine.folders, join(newsroom.root, 'src'), join(newsroom.root, 'layouts'), content, own];
  const index = indexAround(content);
  const files = index === undefined ? engine.files : [...engine.files, index, ...rulesAround(content)];
  const changed = (paths: ReadonlySet<string>) => {
    const isAny = (of: readonly string[]) =>
      [...paths].some((path) => of.some((each) => each === path || isIn(each, path)));
    if (isAny(code)) {
      builder.renew();
      answers.renew();
    }
    if ([...paths].every((path) => isIn(content, path))) builder.touch(paths);
    else builder.distrust();
    loop.build();
  };
  await followChanges({ folders, files, withHidden: [own], except: [out, dirname(cache)] }, changed, complain);
  await loop.build();
  if (server.port !== port) say(`Port ${port} is in use by another program, so the site is on port ${server.port}.`);
  if (proxy)
    say(`It answers to ${proxy.origin}/ too, where the proxy names in ${values['signed-in']} who is signed in.`);
  say(
    `The site is at http://localhost:${server.port}/ and is rebuilt on every save. See /admin/, /.problems/, /.calendar/, /.fronts/ and /.documents/ there, too. Stop with Ctrl+C.`,
  );
  return new Promise(() => {}); // until a signal
}

export const startCommand = { help, run };

/** Two would write over each other's pages, of two instants perhaps. */
function takePreview(cache: string, call: Call): DatabaseSync {
  makeFolder(cache);
  const lock = lockFile(join(cache, 'start.sqlite'), 0);
  if (lock) return lock;
  throw new MachineryError(
    `${call('start')} already shows this newsroom, in another terminal, which has its address. Stop it with Ctrl+C first, or give this one a --cache of its own.`,
  );
}

async function calendarPage(file: string, args: readonly string[]): Promise<string> {
  rmSync(file, { force: true });
  const { said } = await runEngine(['calendar', ...args, '--out', file]);
  if (!existsSync(file)) throw new Error(said);
  return withDeskLinks(readFileSync(file, 'utf8'), calendarUrl);
}

/** At once: to end a build on the way is harmless, and open windows keep no server. */
function endOnSignal(loop: BuildLoop, lock: DatabaseSync): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      loop.stop();
      lock.close();
      process.exit(0);
    });
}

/** The build has said why, unless it was ended from outside. */
function waitingAfter(ending: Ending): string {
  if (typeof ending === 'string') return `The build was stopped by ${ending}. Waiting for the next save.`;
  return ending === 1 ? 'Waiting for the next save.' : 'The build failed. Waiting for the next save.';
}
