/** What a disk, another program, or a build that was stopped can do to the folder of the site: no newsroom can cause it. */
import { calmPath, story, storyPath } from './room.ts';
import type { ToolMistake, ToolWay } from './tool-mistake.ts';

const buildAll: ToolWay = { says: 'uild again with --all', run: 'broadsheet build --all' };
const buildItAgain: ToolWay = { says: 'Build it again with --all', run: 'broadsheet build --all' };

/** Told in one check, each of its file. */
export const mistakesInBuiltFiles: Record<string, ToolMistake> = {
  'check/empty-sitemap': {
    says: 'The disk was full when the folder was copied, and of sitemaps/2015-11.xml only the head was saved.',
    damage: { 'sitemaps/2015-11.xml': [/<url>.*<\/url>/s, ''] },
    ways: [buildAll],
  },
  'check/listed-in-vain': {
    says: 'Another program wrote noindex into the page “About”.',
    damage: { 'about/index.html': ['name="robots" content="', 'name="robots" content="noindex, '] },
    ways: [buildAll],
  },
  'check/missing-file': {
    says: 'Somebody removed robots.txt from the folder.',
    damage: { 'robots.txt': null },
    ways: [buildAll],
  },
  'check/not-a-picture': {
    says: 'The folder was copied by FTP, and apple-touch-icon.png came over empty.',
    damage: { 'apple-touch-icon.png': '' },
    ways: [buildAll],
  },
  'check/open-policy': {
    says: 'A proxy that shortens pages took “form-action” out of the policy of one.',
    damage: { 'world/index.html': [/form-action 'none';?/, ''] },
    ways: [buildItAgain],
  },
  'check/stray-file': {
    says: 'Another program put old.html into the folder.',
    damage: { 'old.html': '<!doctype html>\n' },
    ways: [buildAll],
  },
  'check/unreadable': {
    says: 'The disk was full when the folder was copied, and feed.xml ends in its middle.',
    damage: { 'feed.xml': [/<\/channel>.*/s, ''] },
    ways: [buildItAgain],
  },
  'check/unused-policy': {
    says: 'Another program wrote a host into the policy of a page.',
    damage: { 'culture/index.html': ["form-action 'none'", "form-action 'none';frame-src https://films.example"] },
    ways: [buildItAgain],
  },
};

/** Of the folder as a whole, each in a check of its own. */
export const mistakesInWholeFolders: Record<string, ToolMistake> = {
  'check/another-build': {
    says: 'The folder is of another edition than the cache: .cache/ was brought here from another machine, or another branch was built.',
    damage: { '.edition': `${'0'.repeat(32)}\n` },
    ways: [{ says: 'Build again, and check then', run: 'broadsheet build' }],
  },
  'check/looked-at-nothing': {
    says: 'Everything in the folder was removed.',
    damage: { '': null },
    toldWith: ['check/another-build'],
    ways: [{ says: 'Build the site first', run: 'broadsheet build' }],
  },
  'check/unfinished': {
    says: 'The machine lost its power while a build wrote the folder, which was marked as unfinished meanwhile.',
    damage: { '.edition': 'unfinished word\n' },
    ways: [{ says: 'Build again: it goes on where it stopped', run: 'broadsheet build' }],
  },
};

/** Of a folder that has only what changed. */
export const mistakesInChanges: Record<string, ToolMistake> = {
  'check/not-at-hand': {
    before: {
      [`content/${storyPath}`]: story({}, 'As [in the calm](/2015/11/26/calm/#s_note.1).'),
      [`content/${calmPath}`]: story({ title: 'A calm' }, 'A calm.[^1]\n\n[^1]: The oldest of all.'),
    },
    files: { [`content/${calmPath}`]: story({ title: 'A calm' }, '‸A calm without a note.') },
    says: 'The other story links to the note, and its page was not built again: --changed-only wrote this story and the lists and feeds with it.',
    toldWith: ['check/broken-fragment'],
    ways: [
      {
        says: 'build the whole site without --changed-only and check it',
        run: 'broadsheet build',
        leaves: ['check/broken-fragment'],
      },
    ],
  },
  'check/partial-site': {
    before: { [`content/${storyPath}`]: story() },
    files: { [`content/${storyPath}`]: story({ title: '‸A great storm' }) },
    says: 'The site was built with --changed-only, and what it changes had never been checked.',
    ways: [{ says: 'Build the whole site without --changed-only, check it once', run: 'broadsheet build' }],
  },
};

/** Found by a second program that looks for links. */
export const mistakesOfSecondLook: Record<string, ToolMistake> = {
  'check/linkinator': {
    says: 'Pages are searched for links twice, by Broadsheet and by Linkinator. This is told if Linkinator alone finds a broken one, here on the front page.',
    damage: { 'index.html': [/href="\/about\/"/, 'href="/abuot/"'] },
    ways: [{ says: 'Correct the address', run: 'broadsheet build --all' }],
  },
};

/** Of links to other sites, which check --external asks. */
export const mistakesInLinksToOthers: Record<string, ToolMistake> = {
  'check/external-dead': {
    files: { [`content/${storyPath}`]: story({}, 'They sail [again](‸https://ferries.example/2015/lost).') },
    says: 'On two days check --external asked that site, and its answer was 404.',
    ways: [
      {
        says: 'Link to a copy',
        write: ['https://ferries.example', 'https://web.archive.org/web/20151126/https://ferries.example'],
      },
      { says: 'or take the link out', write: [/\[again\]\(.*?\)/, 'again'] },
    ],
  },
  'check/external-moved': {
    files: { [`content/${storyPath}`]: story({}, 'They sail [again](‸https://ferries.example/old).') },
    says: 'check --external asked that site, and it sent every reader on to /new.',
    ways: [{ says: 'write https://ferries.example/new', write: ['/old', '/new'] }],
  },
};
