/** A real nginx with the configuration that is written for it answers as readers need. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Redirect } from '../../src/catalog/redirects.ts';
import { nginxText } from '../../src/publish/nginx.ts';
import { redirectMaps } from '../../src/publish/redirect-maps.ts';
import { readSettings } from '../../src/publish/settings.ts';
import { runHere } from '../support/cli.ts';
import { articleText, siteYaml } from '../support/newsroom.ts';
import { png } from '../support/pictures.ts';
import { figure } from './figures.ts';
import { LiveRoom } from './live-room.ts';
import { NginxServer, nginxFaults } from './nginx-server.ts';
import { faultsOf, type Probe, probesOf } from './probes.ts';

const a = 'articles/2015/11/26/a.md';
const b = 'articles/2015/11/25/b.md';
const w = 'articles/2015/11/24/w.md';
const only = 'articles/2015/11/23/only.md';
const dated = (day: number, fields: object) => articleText({ date: `2015-11-${day} 10:00`, ...fields });
const redirectFrom = [
  ...['/old/', '/story.php', '/story.html', '/?p=123', '/?id=Ab', '/новости/привет/', '/%E9t%E9/', '/a"[$b;{/'],
];
const alpha = articleText(
  { title: 'Alpha', id: '/2015/11/26/a/', image: { file: 'boat.png', alt: 'A boat' }, redirectFrom },
  '[Report](a/report.pdf), [talk](a/talk.mp3)',
);
const withdrawn = { title: 'Wrong', withdrawn: { date: '2015-11-27', reason: 'It was not true.' } };

const besideAlpha = { 'articles/2015/11/26/a/report.pdf': '%PDF-1.7', 'articles/2015/11/26/a/talk.mp3': '0123456789' };

const start = {
  'site.yaml': `${siteYaml.replace('{id: world,', '{id: world, redirectFrom: [/planet/],')}formerly: [https://old.example]\nids: https://old.example\n`,
  [a]: alpha,
  'articles/2015/11/26/a.ru.md': articleText({ title: 'Альфа' }),
  'articles/2015/11/26/a/boat.png': png,
  ...besideAlpha,
  [b]: dated(25, { title: 'Beta', topics: ['ferry'], redirectFrom: ['/?id=aB'] }),
  [w]: dated(24, { title: 'Wrong' }),
  [only]: dated(23, { title: 'Only' }),
  'topics/port.md': '---\nname: Port\n---\n',
  '../public/.well-known/security.txt': 'Contact: mailto:a@courier.example\n',
  '../public/files/data.csv.gz': 'packed',
  '../public/files/own.html': '<!doctype html><html lang="en"><title>Own</title><p>Own</p></html>',
};

const site = {
  url: 'https://courier.example',
  formerly: ['https://old.example', 'http://courier.example'],
  languages: ['en', 'ru'],
};

function settingsOf(more: string) {
  const { targets, problems } = readSettings(Buffer.from(`targets:\n  - ${more}\n`), 'publish.yaml');
  expect(problems).toEqual([]);
  const [target] = targets;
  if (target?.folder === undefined) throw new Error('There is no folder');
  return { ...target, folder: target.folder };
}

function configurationOf(live: LiveRoom, port: number): string {
  const target = settingsOf(`{name: live-one, folder: ${live.folder}, server: {listen: "127.0.0.1:${port}"}}`);
  return nginxText(site, target, 'broadsheet nginx');
}

/** The second edition withdraws a story, empties a list, and ends an address for good. */
async function published(): Promise<LiveRoom> {
  const live = new LiveRoom(start);
  live.commit();
  await live.publish();
  live.commit({
    [w]: dated(24, withdrawn),
    [b]: dated(25, { title: 'Beta', topics: ['port'], redirectFrom: ['/?id=aB'] }),
    [only]: null,
    [a]: alpha.replace('"/old/"', '"/old/","/2015/11/23/only/"'),
  });
  const { sent } = await live.publish();
  expect(sent.flatMap(({ problems }) => problems).filter(({ weight }) => weight !== 'advice')).toEqual([]);
  return live;
}

function probesFor(live: LiveRoom): Probe[] {
  const page = join(live.folder, 'current/2015/11/26/a/index.html');
  const { mtimeMs, size } = statSync(page);
  const picture = readdirSync(join(live.folder, 'current/assets'))[0];
  return probesOf({
    picture: `/assets/${picture}`,
    etag: `"${Math.floor(mtimeMs / 1000).toString(16)}-${size.toString(16)}"`,
  });
}

async function ask(server: NginxServer, probes: readonly Probe[]): Promise<string[]> {
  const faults: string[] = [];
  for (const probe of probes) {
    const found = faultsOf(probe, await server.ask(probe));
    if (found.length > 0) faults.push(`${probe.what}, ${probe.method ?? 'GET'} ${probe.path}: ${found.join('; ')}`);
  }
  return faults;
}

test('readers get the right answer to whatever they ask; from nginx as it comes they do not', async () => {
  const live = await published();
  const probes = probesFor(live);
  const russian = join(live.folder, 'current/ru/404.html');
  const missing = probes.filter(({ path }) => path === '/ru/nothing/');
  const ours = await NginxServer.start((port) => configurationOf(live, port));
  writeFileSync(join(live.folder, 'current/files/.htpasswd'), 'a:b');
  writeFileSync(russian, '<!doctype html><html lang="ru">');
  const faults = await ask(ours, probes);
  figure(
    `nginx: right answers to ${probes.length} probes`,
    'all',
    String(probes.length - faults.length),
    faults.length === 0,
  );
  expect(faults).toEqual([]);
  // A site may have the page in its first language alone.
  rmSync(russian);
  expect(await ask(ours, missing)).toEqual([expect.stringContaining('lang="en"')]);
  const plain = await NginxServer.start(
    (port) =>
      `include /etc/nginx/mime.types;\nserver { listen 127.0.0.1:${port}; root ${live.folder}/current; index index.html; error_page 404 /404.html; }`,
  );
  expect((await ask(plain, probes)).length).toBeGreaterThan(10);
});

test('what publishing changes is answered at once, and what it leaves is still known, without a reload', async () => {
  const bee = 'articles/2015/11/25/bee.md';
  const moved = (from: string) => dated(25, { title: 'Beta', id: '/2015/11/25/b/', redirectFrom: [from] });
  const live = new LiveRoom({
    [a]: articleText({ title: 'On 26 November' }),
    [bee]: moved('/2015/11/25/b/'),
    [w]: dated(24, { title: 'Wrong' }),
    [only]: dated(23, { title: 'Only' }),
  });
  live.commit();
  await live.publish();
  const server = await NginxServer.start((port) => configurationOf(live, port));
  const ask = async (path: string) => {
    const { status, headers } = await server.ask({ path });
    return [status, headers.location];
  };
  const [story, day] = ['/2015/11/26/a/', '/2015/11/23/'];
  const etags = await Promise.all([story, day].map(async (path) => (await server.ask({ path })).headers.etag ?? ''));
  const again = (path: string, etag = '') => server.ask({ path, headers: { 'if-none-match': etag } });
  expect(await ask('/2015/11/24/w/')).toEqual([200, undefined]);
  expect(await ask('/2015/11/25/b/')).toEqual([301, '/2015/11/25/bee/']);

  live.commit({
    [a]: articleText({ title: 'On 27 November' }),
    [bee]: null,
    [b]: moved('/2015/11/25/bee/'),
    [w]: dated(24, withdrawn),
  });
  await live.publish();
  const corrected = await again(story, etags[0]);
  expect([corrected.status, corrected.body.toString()]).toEqual([200, expect.stringContaining('On 27 November')]);
  expect((await again(day, etags[1])).status).toBe(304);
  expect(await ask('/2015/11/24/w/')).toEqual([410, undefined]);
  // Renamed there and back: the old list, which nginx knows still, would lead in a circle.
  expect(await ask('/2015/11/25/b/')).toEqual([200, undefined]);
  expect((await server.ask({ path: '/2015/11/25/bee/' })).body.toString()).toContain('url=/2015/11/25/b/');
  await server.reload();
  expect(await ask('/2015/11/25/bee/')).toEqual([301, '/2015/11/25/b/']);
  expect(await ask('/2015/11/25/b/')).toEqual([200, undefined]);
  await live.rollback(1);
  expect(await ask('/2015/11/24/w/')).toEqual([410, undefined]);
});

test('what differs by capital letters from where it leads is led there, and not in a circle', async () => {
  const live = new LiveRoom({
    [a]: articleText({ title: 'Alpha' }),
    'gone.yaml': '- {url: /World/, to: /world/}\n- {url: /2015/11/26/A/, to: /2015/11/26/a/}\n',
  });
  live.commit();
  await live.publish();
  const server = await NginxServer.start((port) => configurationOf(live, port));
  const asked = ['/World/', '/World', '/world/', '/WORLD/', '/2015/11/26/A/', '/2015/11/26/a/'];
  const answers = await Promise.all(asked.map((path) => server.ask({ path })));
  expect(answers.map(({ status, headers }) => [status, headers.location])).toEqual([
    [301, '/world/'],
    [301, '/world/'],
    [200, undefined],
    [404, undefined],
    [301, '/2015/11/26/a/'],
    [200, undefined],
  ]);
});

test('the lists of old addresses are written only when they are others, or are not there', async () => {
  const live = new LiveRoom({});
  const lists = Object.values(redirectMaps).map((name) => join(live.folder, name));
  const written = async (stamp: string, ...redirects: Redirect[]) => {
    await live.with((target) => target.lead({ stamp, read: () => redirects }));
    return lists.map((file) => statSync(file).ino);
  };
  const old: Redirect = { from: '/old/', to: '/$new/', file: true };
  const first = await written('1', old, { from: '/?p=1', to: '/x/', file: false });
  expect(lists.map((file) => readFileSync(file, 'utf8'))).toEqual(['"/old" "/%24new/";\n', '"/?p=1" "/x/";\n']);
  expect(await written('1')).toEqual(first);
  expect(await written('2', old, { from: '/?p=1', to: '/x/', file: false })).toEqual(first);
  const next = await written('3', old, { from: '/?p=2', to: '/x/', file: false });
  expect([next[0] === first[0], next[1] === first[1]]).toEqual([true, false]);
  for (const file of lists) rmSync(file);
  await written('3', old);
  expect(lists.map((file) => readFileSync(file, 'utf8'))).toEqual(['"/old" "/%24new/";\n', '']);
});

const port = 18_532;

test.each([
  ['one language, no host before', { ...site, formerly: [], languages: ['en'] }, ''],
  ['HTTPS, and hosts before', site, 'tls'],
  ['HTTPS, and no host before', { ...site, formerly: [] }, 'tls'],
  ['an address of the site that is no HTTPS', { ...site, url: 'http://courier.example' }, ''],
])('nginx takes the configuration before anything is published: %s', (_, of, secure) => {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [certificate, key] = ['certificate.pem', 'key.pem'].map((name) => join(folder, name));
  if (secure)
    spawnSync('openssl', [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-subj',
      '/CN=courier.example',
      '-keyout',
      `${key}`,
      '-out',
      `${certificate}`,
    ]);
  const tls = secure ? `, tls: {certificate: ${certificate}, key: ${key}}` : '';
  const target = settingsOf(`{name: live, folder: "${folder}/a b", server: {listen: "127.0.0.1:${port}"${tls}}}`);
  // The ports that only root may have, and which other servers have.
  const text = nginxText(of, target, 'broadsheet nginx')
    .replace('listen 80;', `listen 127.0.0.1:${port + 1};`)
    .replace(/listen \[::\]:\d+[^;]*;/g, '');
  expect(nginxFaults(text)).toBe('');
  expect(nginxFaults(text.replace('return 410;', 'retun 410;'))).toContain('retun');
  expect(text.includes('Strict-Transport-Security')).toBe(of.url.startsWith('https:'));
  expect(text.includes('old.example')).toBe(of.formerly.length > 0);
});

test.each([
  ['listen: "http://127.0.0.1:8080/"', 'publish/bad-listen', '127.0.0.1:8080'],
  ['listen: localhost:8081', 'publish/bad-listen', '8081'],
  ['listen: 70000', 'publish/bad-listen', '8080'],
  ['tls: {certificate: /etc/c.pem, key: etc/k.pem}', 'publish/path-not-whole', '/etc/k.pem'],
  ['hsts: subdomain', 'yaml/wrong-value', 'subdomains'],
])('what a server cannot be told is a Problem: %s', (line, code, fix) => {
  const { problems } = readSettings(
    Buffer.from(`targets:\n  - {name: live, folder: /srv/a, server: {${line}}}\n`),
    'publish.yaml',
  );
  expect(problems).toMatchObject([{ code, file: 'publish.yaml', line: 2, fix: expect.stringContaining(fix) }]);
});

test('the command prints the configuration of a target, or writes it', async () => {
  const live = new LiveRoom({ [a]: articleText() });
  const settings = join(live.room.folder, 'publish.yaml');
  const nginx = (...args: string[]) => runHere(['nginx', '--newsroom', live.room.folder, '--to', 'live', ...args]);
  const say = (more = '') => writeFileSync(settings, `targets:\n  - {name: live, folder: "${live.folder}"${more}}\n`);
  say();
  const { code, stdout } = await nginx();
  expect(code).toBe(0);
  expect(stdout).toContain('server_name courier.example;');
  expect(stdout).toContain('listen [::]:80;');
  const written = await nginx('--out', 'conf.d/live.conf');
  expect(written.stdout).toContain('live.conf is written');
  expect(readFileSync(join(live.room.folder, 'conf.d/live.conf'), 'utf8').trimEnd()).toBe(stdout.trimEnd());
  writeFileSync(settings, 'targets:\n  - {name: live, folder: /srv/$a}\n');
  expect(await nginx()).toMatchObject({ code: 2, stderr: expect.stringContaining('“$”') });
  live.room.write({ 'site.yaml': siteYaml.replace('https://courier', 'http://courier') });
  say(', server: {tls: {certificate: /c, key: /k}, hsts: preload}');
  expect(await nginx()).toMatchObject({ code: 2, stderr: expect.stringContaining('Write https://courier.example') });
  live.room.write({ 'site.yaml': siteYaml });
  expect((await nginx()).stdout).toContain('"max-age=63072000; includeSubDomains; preload"');
});
