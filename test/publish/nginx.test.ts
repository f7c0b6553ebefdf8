/** A real nginx with the configuration that is written for it answers as readers need. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nginxText } from '../../src/publish/nginx.ts';
import { readSettings } from '../../src/publish/settings.ts';
import { runHere } from '../support/cli.ts';
import { articleText, siteYaml } from '../support/newsroom.ts';
import { png } from '../support/pictures.ts';
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

const start = {
  'site.yaml': `${siteYaml.replace('{id: world,', '{id: world, redirectFrom: [/planet/],')}formerly: [https://old.example]\nids: https://old.example\n`,
  [a]: alpha,
  'articles/2015/11/26/a.ru.md': articleText({ title: 'Альфа' }),
  'articles/2015/11/26/a/boat.png': png,
  'articles/2015/11/26/a/report.pdf': '%PDF-1.7',
  'articles/2015/11/26/a/talk.mp3': '0123456789',
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
  if (!target) throw new Error('There is no target');
  return target;
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
  const ours = await NginxServer.start((port) => configurationOf(live, port));
  expect(await ask(ours, probes)).toEqual([]);
  const plain = await NginxServer.start(
    (port) =>
      `include /etc/nginx/mime.types;\nserver { listen 127.0.0.1:${port}; root ${live.folder}/current; index index.html; error_page 404 /404.html; }`,
  );
  expect((await ask(plain, probes)).length).toBeGreaterThan(10);
});
