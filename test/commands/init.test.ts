/** A new newsroom: what is asked and how answers are judged, and that what is made builds without a Problem or advice. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Ask } from '../../src/commands/ask-on-terminal.ts';
import { askPaper, type Flags } from '../../src/commands/init/ask-paper.ts';
import { newsroomFiles } from '../../src/commands/init/newsroom-files.ts';
import { wordsPath, wordsToTranslate } from '../../src/commands/init/own-words.ts';
import { addressOf, sectionOf, siteText } from '../../src/commands/init/paper.ts';
import { parseWording } from '../../src/content/parse-wording.ts';
import { exampleWords } from '../../src/content/wording.ts';
import { runHere } from '../support/cli.ts';
import { contentsOf, temporaryFolder } from '../support/folder-contents.ts';
import { projectRoot } from '../support/newsroom.ts';
import { writeFiles } from '../support/project-copy.ts';

const flags: Flags = {
  title: 'O Porto: diário',
  url: 'https://porto.example',
  'time-zone': 'Europe/Lisbon',
  languages: 'pt, en',
  section: ['Cidade', 'cultura=Cultura & lazer'],
};
const paper = {
  title: 'O Porto: diário',
  url: 'https://porto.example',
  timeZone: 'Europe/Lisbon',
  languages: ['pt', 'en'],
  sections: [
    { id: 'cidade', title: 'Cidade' },
    { id: 'cultura', title: 'Cultura & lazer' },
  ],
};

function asked(given: Flags, ask?: Ask): Promise<unknown> {
  return askPaper(given, { timeZone: 'Asia/Tbilisi', ask });
}

/** Answers in order, each until it is good; notes what was wrong with those that were not. */
function answering(answers: string[], told: string[] = []): Ask {
  return async ({ default: offered = '', validate }) => {
    for (;;) {
      const answer = answers.shift() || offered;
      const verdict = validate(answer);
      if (verdict === true) return answer;
      told.push(verdict);
    }
  };
}

describe('what a newsroom says of itself', () => {
  test('is taken from flags, and nothing is asked', async () => {
    expect(await asked(flags)).toEqual(paper);
  });

  test('is asked where no flag says it, with what this machine knows offered', async () => {
    const ask = answering(['Гавань', 'https://h.example', '', 'ru', 'city=Город, art=Искусство']);
    expect(await asked({}, ask)).toEqual({
      title: 'Гавань',
      url: 'https://h.example',
      timeZone: 'Asia/Tbilisi',
      languages: ['ru'],
      sections: [
        { id: 'city', title: 'Город' },
        { id: 'art', title: 'Искусство' },
      ],
    });
  });

  test('is asked again while it is wrong, and told why as in a build', async () => {
    const told: string[] = [];
    const { url, 'time-zone': _, ...rest } = flags;
    const ask = answering(['porto.example', url ?? '', 'Europe/Lisboa', 'Europe/Lisbon'], told);
    expect(await asked(rest, ask)).toEqual(paper);
    expect(told).toEqual([
      expect.stringMatching(/^“porto\.example” is not a web address.* Write .*https:\/\/porto\.example/),
      expect.stringMatching(/^“Europe\/Lisboa” is not a known time zone\. Write “timeZone: Europe\/Lisbon”/),
    ]);
  });

  test.each<[string, Flags, RegExp]>([
    ['an address that is none', { url: 'porto' }, /^--url: “porto” is not a web address/],
    ['a language that there is not', { languages: 'english' }, /^--languages: “english” is not a language code/],
    ['no section', { section: [''] }, /^--section: /],
    ['a section in another script without an id', { section: ['Город'] }, /^--section: /],
    ['a section that is called as a language is', { section: ['en=English'] }, /is also one of the site’s languages/],
  ])('is refused with its flag if it is %s', async (_, wrong, said) => {
    await expect(asked({ ...flags, ...wrong })).rejects.toThrow(said);
  });

  test('has to be said by flags where there is no terminal', async () => {
    await expect(asked({ title: 'Porto', url: 'https://p.example' })).rejects.toThrow(
      'Add --time-zone, --languages, --section.',
    );
  });
});

test('a section is written as its title, or with its id', () => {
  expect(sectionOf(' São João ')).toEqual({ id: 'sao-joao', title: 'São João' });
  expect(sectionOf('a=b=c')).toEqual({ id: 'a', title: 'b=c' });
  expect(addressOf('Ελλάδα')).toBe('');
});

test('what is made builds and checks, says nothing to its authors, and shows no draft', async () => {
  const room = temporaryFolder();
  const engine = { wanted: 'file:vendor/broadsheet.tgz' };
  writeFiles(room, newsroomFiles({ paper, folder: 'O Porto', day: '2026-05-14', engine, publisher: 'github-pages' }));
  expect(await runHere(['build', '--newsroom', room])).toMatchObject({ code: 0, stderr: '' });
  expect(await runHere(['check', '--newsroom', room])).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.stringify(contentsOf(join(room, 'dist')))).not.toContain('first-story');
  expect(parse(siteText(paper))).toMatchObject(paper);
  const {
    'package.json': manifest = '',
    'README.md': readme = '',
    ...rest
  } = newsroomFiles({ paper, folder: 'Гавань', day: '2026-05-14', engine, publisher: 'github-pages' });
  expect(JSON.parse(manifest)).toMatchObject({
    name: 'newsroom',
    private: true,
    dependencies: { broadsheet: engine.wanted },
  });
  expect(readme).toContain('`content/articles/2026/05/14/first-story.md` is a draft.');
  expect(rest['.github/CODEOWNERS']).toMatch(/^\/layouts\/ .*\n\/src\/ .*\n\/public\/ /m);
  expect(JSON.stringify([manifest, readme, ...Object.values(rest)])).not.toMatch(/\{\{\w/);
});

test.each(['cy', 'ga', 'sr-Latn', 'be', 'th', 'eo', 'tlh', 'xx'])(
  'words for %s, which the engine has none for, are those of English to begin with, and good',
  async (language) => {
    const text = wordsToTranslate(language, readFileSync(join(projectRoot, 'layouts/words/en.yaml'), 'utf8'));
    const file = { file: wordsPath(language), of: language, bytes: new TextEncoder().encode(text) };
    const { value, problems } = parseWording(language, [file], () => exampleWords);
    expect(problems).toEqual([]);
    expect(value).toMatchObject({ locale: language, follow: 'Follow us' });
    expect(text).toMatch(/^# The words of the interface in .*, which are still those of English\.\n#\n/);
  },
);

test('a newsroom in a language without words builds, once they are in its folder', async () => {
  const room = temporaryFolder();
  const engine = { wanted: '1.0.0' };
  const welsh = (await asked({ ...flags, languages: 'cy,en' })) as typeof paper;
  const files = newsroomFiles({ paper: welsh, folder: 'porth', day: '2026-05-14', engine, publisher: 'server' });
  writeFiles(room, files);
  const lacking = await runHere(['build', '--newsroom', room]);
  expect(lacking).toMatchObject({ code: 1, stderr: expect.stringContaining('to layouts/words/cy.yaml') });
  const english = readFileSync(join(projectRoot, 'layouts/words/en.yaml'), 'utf8');
  writeFiles(room, { [wordsPath('cy')]: wordsToTranslate('cy', english) });
  expect(await runHere(['build', '--newsroom', room])).toMatchObject({ code: 0, stderr: '' });
});

test('its folder is named first, and is empty', async () => {
  expect(await runHere(['init'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('init takes the folder to make'),
  });
  expect(await runHere(['init', '--title', 'x'])).toMatchObject({ code: 2 });
  const room = temporaryFolder();
  mkdirSync(join(room, 'content'));
  expect(await runHere(['init', room])).toMatchObject({ code: 2, stderr: expect.stringContaining('is not empty') });
});

test('npm run init packs nothing to tell its usage', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['pack/init.ts', ...args], { cwd: projectRoot, encoding: 'utf8' });
  expect(run('../paper', '--help')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Usage: /) });
  expect(run()).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('init takes the folder') });
});

test('for a server of its own there is a folder to publish to, and no CI', () => {
  const engine = { wanted: '1.0.0' };
  const files = newsroomFiles({ paper, folder: 'porto', day: '2026-05-14', engine, publisher: 'server' });
  expect(parse(files['publish.yaml'] ?? '')).toEqual({ targets: [{ name: 'live', folder: '/srv/porto' }] });
  expect(Object.keys(files).filter((path) => path.startsWith('.git'))).toEqual(['.gitattributes', '.gitignore']);
  expect(files['README.md']).toContain('Publish to\nyour own server');
});
