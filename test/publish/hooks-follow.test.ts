/** Hooks follow what readers have: after a publish, a rollback, a kill; and a cache in front shows the new front. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { rollback } from '../../src/commands/rollback.ts';
import { hooksOf } from '../../src/publish/hook-form.ts';
import { History } from '../../src/source/history.ts';
import { articleText } from '../support/newsroom.ts';
import { watchSteps } from '../support/steps.ts';
import { LiveRoom } from './live-room.ts';
import { NginxServer } from './nginx-server.ts';
import { StandIn } from './stand-in.ts';

const a = 'articles/2015/11/26/a.md';
const b = 'articles/2015/11/25/b.md';
const beta = (more = {}) => articleText({ title: 'Beta', date: '2015-11-25 10:00', ...more });
const start = { [a]: articleText({ title: 'Alpha' }), [b]: beta() };

test('they are told after a rollback too, and after a kill that came between the switch and them', async () => {
  const cache = await StandIn.start();
  const hooks = hooksOf([{ purge: cache.address }]);
  const paths = () => cache.take().map(({ path }) => path);
  const live = new LiveRoom(start);
  live.commit();
  await live.tell({ hooks });
  expect(paths()).toContain('/2015/11/25/b/');
  live.commit({ [a]: articleText({ title: 'Aleph' }) });

  const left = join(live.room.folder, 'cache-left');
  const unwatch = watchSteps((name, perform) => {
    const result = perform();
    if (name.endsWith('/current')) cpSync(live.folder, left, { recursive: true, verbatimSymlinks: true });
    return result;
  });
  expect(await live.tell({ hooks }).finally(unwatch)).toMatchObject([{ failure: undefined }]);
  const told = paths();
  expect(told).toEqual(expect.arrayContaining(['/', '/2015/11/26/a/', '/feed.xml', '/edition.json']));
  expect(told).not.toContain('/2015/11/25/b/');

  rmSync(live.folder, { recursive: true });
  cpSync(left, live.folder, { recursive: true, verbatimSymlinks: true });
  expect(live.live('index.html')).toContain('Aleph');
  expect(await live.tell({ hooks })).toMatchObject([{ failure: undefined }]);
  expect(paths().sort()).toEqual(told.sort());
  expect(await live.tell({ hooks })).toEqual([]);

  await live.tell({ hooks }, (target) =>
    rollback(target, undefined, {
      ...{
        targetName: 'live',
        content: live.room.content,
        history: new History(live.room.content),
        newsroom: live.room.folder,
        now: 2_000_000_000,
        grace: 0,
      },
    }),
  );
  expect(live.live('index.html')).toContain('Alpha');
  expect(paths()).toContain('/2015/11/26/a/');
});

/** As README has it: a PURGE gets the page anew from the server behind, whatever that answers, and keeps it. */
function caching(folder: string, site: string): (port: number) => string {
  return (port) => `
proxy_cache_path ${folder}/pages keys_zone=pages:1m;
server {
  listen 127.0.0.1:${port};
  proxy_set_header Host $host;
  proxy_set_header Accept-Encoding "";
  proxy_cache pages;
  proxy_cache_key $host$request_uri;
  proxy_cache_valid any 10m;
  location / {
    error_page 418 = /purge;
    if ($request_method = PURGE) { return 418; }
    proxy_pass http://unix:${folder}/site.sock:$request_uri;
    add_header X-Cache $upstream_cache_status always;
  }
  location = /purge {
    internal;
    allow 127.0.0.1;
    deny all;
    proxy_cache_bypass 1;
    proxy_pass http://unix:${folder}/site.sock:$request_uri;
  }
}
server {
  listen unix:${folder}/site.sock;
  root ${site}/current;
  index index.html;
  if (-f $document_root$uri/gone.html) { return 410; }
  error_page 410 $uri/gone.html;
}
`;
}

test('a caching nginx shows the front before without a hook; with it the new one, also of what is withdrawn', async () => {
  const live = new LiveRoom(start);
  live.commit();
  await live.tell({});
  const folder = mkdtempSync(join(tmpdir(), 'cache-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const server = await NginxServer.start(caching(folder, live.folder));
  const ask = async (path: string) => {
    const { status, headers, body } = await server.ask({ path });
    return { status, cache: headers['x-cache'], text: body.toString() };
  };
  for (const path of ['/', '/2015/11/25/b/', '/2015/11/27/c/']) await ask(path);
  expect(await ask('/')).toMatchObject({ status: 200, cache: 'HIT' });
  expect(await ask('/2015/11/27/c/')).toMatchObject({ status: 404, cache: 'HIT' });

  live.commit({
    'articles/2015/11/27/c.md': articleText({ title: 'Gimel', date: '2015-11-27 10:00' }),
    [b]: beta({ withdrawn: { date: '2015-11-28', reason: 'It was not true.' } }),
  });
  await live.tell({});
  expect(live.live('index.html')).toContain('Gimel');
  expect((await ask('/')).text).not.toContain('Gimel');
  expect((await ask('/2015/11/25/b/')).status).toBe(200);

  // As if the hook had been there, and had failed then.
  const hooks = hooksOf([{ purge: `http://127.0.0.1:${server.port}` }]);
  await live.ledger((ledger) => ledger.setHook(hooks[0]?.name ?? '', 1));
  expect(await live.tell({ hooks })).toMatchObject([{ failure: undefined }]);
  const front = await ask('/');
  expect([front.cache, front.text.includes('Gimel'), front.text.includes('Beta')]).toEqual(['HIT', true, false]);
  expect(await ask('/2015/11/27/c/')).toMatchObject({ status: 200, cache: 'HIT' });
  const gone = await ask('/2015/11/25/b/');
  expect(gone).toMatchObject({ status: 410, cache: 'HIT' });
  expect(gone.text).toContain('It was not true.');
});
