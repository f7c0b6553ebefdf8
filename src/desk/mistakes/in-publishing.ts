/** What can be wrong in publish.yaml, in what readers had, and in how much there is to publish. */
import { about, calmPath, siteYaml, story, storyPath } from './room.ts';
import type { ToolMistake, ToolWay } from './tool-mistake.ts';

const file = 'publish.yaml';

/** `rest`: what a target has besides its name. */
function target(rest: string, ...ways: ToolWay[]): ToolMistake {
  return { files: { [file]: `targets:\n  - {name: live, ${rest}}\n` }, ways };
}

const store = (more: string) => `store: {endpoint: "https://s3.example", bucket: paper, ${more}}`;
const way = (says: string, from: string, to: string): ToolWay => ({ says, write: [from, to] });
const zone = '0123456789abcdef0123456789abcdef';

export const mistakesInSettings: Record<string, ToolMistake> = {
  'publish/bad-bucket': target(
    store('state: ‸Paper_State'),
    way('Write “state: paper-state”.', 'Paper_State', 'paper-state'),
  ),
  'publish/bad-endpoint': target(
    store('state: paper-state').replace('"https://s3.example"', '‸"https://s3.example/x"'),
    way('endpoint: https://s3.example”', '"https://s3.example/x"', 'https://s3.example'),
  ),
  'publish/bad-listen': target(
    'folder: /srv/paper, server: {listen: ‸"http://127.0.0.1:8080/"}',
    way('Write “listen: 127.0.0.1:8080”.', '"http://127.0.0.1:8080/"', '127.0.0.1:8080'),
  ),
  'publish/bad-prefix': target(
    store('state: paper-state, prefix: ‸/a//b/'),
    way('Write “prefix: a/b”.', '/a//b/', 'a/b'),
  ),
  'publish/bad-purge': target(
    'folder: /srv/paper, hooks: [{purge: ‸"127.0.0.1:6081"}]',
    way('Write “purge: http://127.0.0.1:6081”.', '"127.0.0.1:6081"', 'http://127.0.0.1:6081'),
  ),
  'publish/bad-ssh': target(
    'folder: /srv/paper, ssh: ‸"ssh://deploy@h.example"',
    way('Write “ssh: deploy@h.example”.', '"ssh://deploy@h.example"', 'deploy@h.example'),
  ),
  'publish/bad-zone': target(
    'folder: /srv/paper, hooks: [{cloudflare: ‸my-zone}]',
    way('Copy the “Zone ID”', 'my-zone', zone),
  ),
  'publish/hook-kind': target(
    'folder: /srv/paper, hooks: [‸{run: ./tell, webSub: true}]',
    way('Write each of these as an item of its own: run, webSub', './tell, webSub', './tell}, {webSub'),
  ),
  'publish/hook-twice': target(
    'folder: /srv/paper, hooks: [{run: ./tell}, ‸{run: ./tell}]',
    way('Remove one', ', {run: ./tell}', ''),
  ),
  'publish/hooks-of-pages': target(
    'pages: github, hooks: ‸[{webSub: true}]',
    way('Remove hooks:', ', hooks: [{webSub: true}]', ''),
  ),
  'publish/path-not-whole': target(
    'folder: ‸../srv/paper',
    way('Write “folder: /srv/paper”.', '../srv/paper', '/srv/paper'),
  ),
  'publish/state-is-public': target(
    store('state: ‸paper'),
    way('as in “state: paper-state”', 'state: paper', 'state: paper-state'),
  ),
  'publish/target-twice': target(
    'folder: /srv/paper}\n  - {name: ‸live, folder: /srv/test',
    way('Give one of them another name', 'live, folder: /srv/test', 'test, folder: /srv/test'),
  ),
  'publish/where': {
    files: { [file]: 'targets:\n  - ‸{name: live, grace: 5}\n' },
    ways: [
      way('folder: for a folder of this machine', 'grace: 5', 'folder: /srv/paper'),
      way('or with ssh: of another', 'grace: 5', 'folder: /srv/paper, ssh: deploy@h.example'),
      way('store: for a bucket', 'grace: 5', store('state: paper-state')),
      way('or pages: for a pages host', 'grace: 5', 'pages: github'),
    ],
  },
};

const sized = (says: string, ...ways: ToolWay[]): ToolMistake => ({
  files: { [file]: 'targets:\n  - {name: live, pages: ‸cloudflare}\n' },
  says,
  ways,
});
const largerPlan = way('Choose a larger plan', 'pages: cloudflare', 'pages: cloudflare-paid');

/** Of a pages host. `says` tells how many files the site has. */
export const mistakesInSize: Record<string, ToolMistake & { siteFiles: number }> = {
  'publish/beyond-limit': {
    ...sized(
      'The site has 20,001 files.',
      largerPlan,
      way('or a server of your own', 'pages: cloudflare', 'folder: /srv/paper, ssh: deploy@h.example'),
    ),
    siteFiles: 20_001,
  },
  'publish/near-limit': { ...sized('The site has 19,000 files.', largerPlan), siteFiles: 19_000 },
};

const calm = `content/${calmPath}`;
const had = { [`content/${storyPath}`]: story({}, 'A storm.'), [calm]: story({ title: 'A calm' }, 'A calm.') };

/** Of addresses that readers have had, told when the next commit is published. */
export const mistakesInAddresses: Record<string, ToolMistake> = {
  'publish/file-in-the-way': {
    before: { ...had, 'public/Map.txt': 'The harbour.\n' },
    files: { 'public/Map.txt': null, 'public/map.txt': 'The harbour.\n' },
    says: 'public/Map.txt was published, and renamed after that.',
    ways: [
      {
        says: 'Give this file another name',
        files: {
          'public/map.txt': null,
          'public/harbour.txt': 'The harbour.\n',
          'content/gone.yaml': '- {url: /Map.txt, to: /harbour.txt}\n',
        },
      },
    ],
  },
  'publish/story-hidden': {
    before: had,
    files: { [calm]: story({ title: 'A calm', draft: '‸true' }, 'A calm.') },
    ways: [
      { says: 'Take “draft: true” away', write: ['draft: true\n', ''] },
      {
        says: 'add withdrawn: with the date and the reason',
        write: ['draft: true', 'withdrawn: {date: 2015-11-27, reason: It was not true.}'],
      },
    ],
  },
  'publish/url-ended': {
    before: { ...had, 'content/pages/about.md': about },
    files: { 'content/pages/about.md': null },
    says: 'content/pages/about.md was removed.',
    ways: [
      {
        says: 'If it is elsewhere now, add redirectFrom: [/about/] there',
        files: { 'content/pages/us.md': about.replace('---\n', '---\nredirectFrom: [/about/]\n') },
      },
      {
        says: 'add - {url: /about/, reason: …} to content/gone.yaml',
        files: { 'content/gone.yaml': '- {url: /about/, reason: We have closed.}\n' },
      },
    ],
  },
};

/** Of the folder that addresses are looked for in. */
export const mistakesInComparing: Record<string, ToolMistake> = {
  'publish/not-as-built': {
    files: { 'content/site.yaml': siteYaml, [file]: 'targets:\n  - {name: live, folder: /srv/paper}\n' },
    says: 'check --target live was asked of a folder that was built with another cache.',
    damage: { '.edition': `${'0'.repeat(32)}\n` },
    ways: [{ says: 'Build the whole site', run: 'broadsheet build' }],
  },
};
