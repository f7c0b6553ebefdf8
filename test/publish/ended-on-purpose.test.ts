/** A row of gone.yaml is the answer for an address that ended: with its reason, or with where it leads. */
import { expect, test } from 'vitest';
import { articleText } from '../support/newsroom.ts';
import { LiveRoom } from './live-room.ts';

const a = 'articles/2015/11/26/a.md';
const b = 'articles/2015/11/25/b.md';
const beta = articleText({ title: 'Beta', date: '2015-11-25 10:00' });

test('a story that is deleted is published once its address has its line, and a rollback does not bring it back', async () => {
  const live = new LiveRoom({ [a]: articleText({ title: 'Alpha' }), [b]: beta });
  live.commit();
  await live.publish();
  live.commit({ [b]: null });
  const [refused] = (await live.publish()).sent;
  const [, row = ''] = /add (- \{url: \S+, reason: …\})/.exec(refused?.problems[0]?.fix ?? '') ?? [];
  live.commit({ 'gone.yaml': `${row.replace('…', 'It was invented.')}\n` });
  expect((await live.publish()).sent[0]?.problems).toEqual([]);
  expect(live.live('2015/11/25/b/gone.html')).toContain('It was invented.');
  live.commit({ [a]: articleText({ title: 'Mistaken' }) });
  await live.publish();
  await live.rollback(1);
  expect(live.live('index.html')).toContain('Alpha');
  expect(live.live('2015/11/25/b/gone.html')).toContain('It was invented.');
  expect(Object.values(live.readers()).filter((text) => text.includes('Beta'))).toEqual([]);
});

test('a file gives way at once to the page that leads on from its address, in both trees', async () => {
  const live = new LiveRoom({ [a]: articleText({ title: 'Alpha' }), '../public/data.csv': 'a,b\n' });
  live.commit();
  await live.publish();
  live.commit({ '../public/data.csv': null, 'gone.yaml': '- {url: /data.csv, to: /2015/11/26/a/}\n' });
  for (const title of ['Aleph', 'Alef']) {
    await live.publish({ grace: 600 });
    expect(live.live('data.csv/index.html')).toContain('/2015/11/26/a/');
    live.commit({ [a]: articleText({ title }) });
  }
  await live.rollback(1);
  expect(live.live('data.csv/index.html')).toContain('/2015/11/26/a/');
});

test('a rollback across such a row leaves out what it is about, be it a page, and no story that was only renamed', async () => {
  const about = '---\ntitle: About\nsummary: Who we are.\n---\n\nText.\n';
  const live = new LiveRoom({ [a]: articleText({ title: 'Alpha' }), [b]: beta, 'pages/about.md': about });
  live.commit();
  await live.publish();
  const address = '/2015/11/25/b/';
  const renamed = beta.replace('---\n', `---\nredirectFrom: [${address}]\nid: ${address}\n`);
  live.commit({ [b]: null, 'articles/2015/11/25/bee.md': renamed });
  live.commit({ 'pages/about.md': null, 'gone.yaml': '- {url: /about/, reason: It was wrong.}\n' });
  live.commit({ [a]: articleText({ title: 'Mistaken' }) });
  await live.publish();
  expect(await live.rollback(1)).toMatchObject({ refused: undefined });
  expect(live.live('about/gone.html')).toContain('It was wrong.');
  expect(live.live('2015/11/25/b/index.html')).toContain('Beta');
  expect(live.live('index.html')).toContain('Alpha');
});
