/** Which links other sites may be asked for: all that readers are shown, and none that would tell of what is to come. */
import { expect, test } from 'vitest';
import { openCatalog } from '../../../src/catalog/catalog.ts';
import { findLinksToOthers } from '../../../src/check/external/links-to-others.ts';
import { articleText, authorYaml, instant, type Newsroom, newsroom } from '../../support/newsroom.ts';

const site = `title: {en: The Courier, ru: Курьер}
url: https://courier.example
ids: https://courier.example
formerly: [https://old-courier.example]
description: {en: News, ru: Новости}
timeZone: Europe/Moscow
languages: [en, ru]
license: https://elsewhere.example/site-license
errorsTo: https://elsewhere.example/errors
sections:
  - {id: world, title: {en: World, ru: В мире}}
social:
  - {name: Them, url: https://elsewhere.example/social}
footer:
  - {title: {en: Friends, ru: Друзья}, url: {en: https://elsewhere.example/footer-en, ru: https://elsewhere.example/footer-ru}}
  - {title: {en: Mail, ru: Почта}, url: "mailto:us@courier.example"}
policies: {ethics: https://elsewhere.example/ethics}
`;

const other = (name: string) => `https://elsewhere.example/${name}`;
const linked = (name: string) => `Text with [a link](${other(name)}).`;

function found(room: Newsroom): string[] {
  const catalog = openCatalog(room.cache);
  try {
    const links = [...findLinksToOthers(catalog)];
    return links.map(([address, places]) => `${address.replace(other(''), '')} ${places.length}`).sort();
  } finally {
    catalog.close();
  }
}

const story = 'articles/2015/11/26/ferry.md';

test('those of stories, pages, topics, authors, notices, of gone.yaml and of site.yaml, each once with all its places', async () => {
  const room = newsroom({
    git: false,
    files: {
      'site.yaml': site,
      'authors/desk.yaml': `${authorYaml}links:\n  - {name: Them, url: ${other('author')}}\n`,
      'topics/sea.md': `---\nname: Sea\n---\n\n${linked('topic')}\n`,
      'pages/about.md': `---\ntitle: About\n---\n\n${linked('page')} And [again](${other('text#part')}).\n`,
      'notices/appeal.md': `---\nslot: top\nfrom: 2015-12-01\nuntil: 2016-12-01\n---\n\n${linked('notice')}\n`,
      'gone.yaml': `- {url: /2014/01/02/old/, to: ${other('gone')}}\n`,
      [story]: articleText(
        {
          topics: ['sea'],
          sources: [{ title: 'Source', url: other('source') }],
          sponsor: { name: 'Lines', url: other('sponsor') },
          corrections: [{ date: '2015-11-27', text: linked('correction') }],
          canonical: other('canonical'),
          license: other('license'),
        },
        [
          `${linked('text')} <${other('angles')}> and [one][r] and [mail](mailto:a@b.example).`,
          'Ours: [one](/world/), [two](https://courier.example/world/), [three](http://old-courier.example/world/).',
          `::: video {url="${other('video')}" title="A film"}\nText\n:::`,
          `::: post {url="${other('post')}" by="Ann" date="2015-11-25"}\nText\n:::`,
          `[r]: ${other('reference')}`,
        ].join('\n\n'),
      ),
    },
  });
  await room.rendered();
  const names = ['angles', 'author', 'canonical', 'correction', 'errors', 'ethics', 'footer-en', 'footer-ru', 'gone'];
  const more = ['license', 'notice', 'page', 'post', 'reference', 'site-license', 'social', 'source', 'sponsor'];
  const all = [...names, ...more, 'topic', 'video'].map((name) => `${name} 1`);
  expect(found(room)).toEqual([...all, 'text 2'].sort());
});

const notice = (name: string, from: string, until: string) =>
  `---\nslot: top\nfrom: ${from}\nuntil: ${until}\n---\n\n${linked(name)}\n`;
const linksOf = (name: string) => `links:\n  - {name: Them, url: ${other(name)}}\n`;

test('what is not public is asked for when it is, and not before', async () => {
  const room = newsroom({
    git: false,
    files: {
      'articles/2015/11/26/draft.md': articleText({ title: 'A', draft: true }, linked('draft')),
      'articles/2015/11/26/withdrawn.md': articleText(
        { title: 'B', withdrawn: { date: '2015-12-01', reason: 'It was wrong.' } },
        linked('withdrawn'),
      ),
      'articles/2015/11/26/corrected.md': articleText(
        { title: 'C', corrections: [{ date: '2016-02-01', text: linked('correction') }] },
        linked('text'),
      ),
      'articles/2016/11/26/to-come.md': articleText(
        {
          title: 'D',
          date: '2016-11-26',
          authors: ['new'],
          topics: ['sea'],
          sources: [{ title: 'Source', url: other('source') }],
        },
        linked('to-come'),
      ),
      'authors/new.yaml': `name: New\n${linksOf('author')}`,
      'topics/sea.md': `---\nname: Sea\n---\n\n${linked('topic')}\n`,
      'topics/empty.md': `---\nname: Empty\n---\n\n${linked('topic-without-stories')}\n`,
      'notices/ended.md': notice('ended', '2015-06-01', '2015-12-01'),
      'notices/next.md': notice('next', '2016-06-01', '2016-12-31'),
    },
  });
  const social = 'https://www.youtube.com/@courier 1';
  await room.rendered({ now: instant('2016-01-01') });
  expect(found(room)).toEqual([social, 'text 1']);
  await room.rendered({ now: instant('2016-12-01') });
  const later = ['author', 'correction', 'next', 'source', 'text', 'to-come', 'topic'];
  expect(found(room)).toEqual([social, ...later.map((name) => `${name} 1`)].sort());
});
