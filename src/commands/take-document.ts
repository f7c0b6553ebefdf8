/**
 * A document that was sent from a page of the preview becomes a draft. It is read by a process of its own, which has its
 * time and its memory: whatever the document is, the preview goes on.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openSections } from '../content/listings/section.ts';
import { defaultLanguage, textIn } from '../content/names.ts';
import { decodedPath } from '../content/spelling.ts';
import { authorWhoIs } from '../desk/who-writes.ts';
import { mostDocumentBytes } from '../import/documents/document.ts';
import { documentsUrl } from './desk-links.ts';
import { type DocumentForm, documentsPage, draftedPage } from './documents-page.ts';
import { type Answer, type MadePage, plainPage } from './local-answers.ts';
import type { DraftAsData } from './new/begin-from-document.ts';
import { openDesk } from './new/desk.ts';
import type { Newsroom } from './newsroom.ts';
import { runEngine } from './run-engine.ts';

type Room = {
  newsroom: Newsroom;
  content: string;
  /** Where the preview’s pages are. */
  out: string;
  /** `--now` as it was said, if it was. */
  atNow: readonly string[];
};

/** By address: the form, and once a draft was made what is not in it, as long as the preview goes on. */
export function documentsPages(room: Room): Record<string, MadePage> {
  const pages: Record<string, MadePage> = {
    [documentsUrl]: {
      show: async () => documentsPage(formOf(room)),
      mostBytes: mostDocumentBytes,
      take: (form) =>
        takeDocument(form, room, ({ address }, list) => {
          const url = `${documentsUrl}${address.slice(1)}`;
          pages[url] = { show: async () => list };
          return url;
        }),
    },
  };
  return pages;
}

function formOf({ content, newsroom }: Room): DocumentForm {
  const { site, authors, identity } = openDesk(content, newsroom);
  const present = authors.filter(({ left }) => left === undefined);
  const named = (text: Parameters<typeof textIn>[0]) => textIn(text, defaultLanguage(site), site.languages);
  const author = authorWhoIs(identity, present)?.id;
  return {
    sections: openSections(site).map(({ id, title }) => [id, named(title)]),
    authors: present.map(({ id, name }) => [id, named(name)]),
    ...(author !== undefined && { author }),
  };
}

/** `keep`: gives a page the address at which it is found from then on. */
type Keep = (made: DraftAsData, page: string) => string;

async function takeDocument(form: FormData, room: Room, keep: Keep): Promise<Answer> {
  const said = (name: string) => String(form.get(name) ?? '').trim();
  const document = form.get('document');
  const [section, author, headline] = [said('section'), said('author'), said('headline')];
  const again = (problem: string) =>
    plainPage(422, documentsPage({ ...formOf(room), section, author, headline }, problem));
  if (!(document instanceof File) || document.name === '') return again('No document was chosen. Choose one.');
  const name = plainName(document.name);
  const folder = mkdtempSync(join(tmpdir(), 'document-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, Buffer.from(await document.arrayBuffer()));
    const flags = Object.entries({ section, author }).flatMap(([flag, value]) =>
      value === '' ? [] : [`--${flag}`, value],
    );
    const { made, problem } = await drafted(file, [...flags, ...room.atNow], headline, room);
    if (!made) return again(problem);
    await untilShown(made.address, room.out);
    const location = made.listed.length === 0 ? made.address : keep(made, draftedPage(made, name));
    return { status: 303, headers: { location }, body: '' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As a name of a file on any system. */
function plainName(written: string): string {
  const name = basename(written.replaceAll('\\', '/')).replace(/[^\p{L}\p{M}\p{N}._ -]/gu, '-');
  return (
    Array.from(name)
      .slice(-80)
      .join('')
      .replace(/^[.\s-]+/, '') || 'document'
  );
}

const mostSeconds = 120;
const mostMegabytes = 1024;

async function drafted(
  file: string,
  flags: readonly string[],
  headline: string,
  { newsroom, content }: Room,
): Promise<{ made?: DraftAsData; problem: string }> {
  const args = ['new', '--newsroom', newsroom.root, '--content', content, '--from', file, '--json', ...flags];
  const words = headline === '' ? [] : ['--', headline];
  const { code, printed, said } = await runEngine([...args, ...words], {
    flags: [`--max-old-space-size=${mostMegabytes}`],
    ...{ timeout: mostSeconds * 1000, killSignal: 'SIGKILL' },
  });
  if (code === 0) return { made: JSON.parse(printed), problem: '' };
  if (code === null || code === 134)
    return {
      problem: `Reading it took more than ${mostSeconds} seconds or too much memory. Save it without its pictures, and put these beside the story.`,
    };
  return { problem: said };
}

/** A build takes a moment; where it finds Problems, the page is not there, and the preview says why. */
async function untilShown(address: string, out: string): Promise<void> {
  const file = join(out, decodedPath(address) ?? address, 'index.html');
  for (let tries = 0; tries < 50 && !existsSync(file); tries++) await wait(100);
}
