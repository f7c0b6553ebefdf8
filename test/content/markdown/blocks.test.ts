import { describe, expect, test } from 'vitest';
import { sayIn } from '../../../layouts/block-words.ts';
import { readBlockHead } from '../../../src/content/markdown/block-head.ts';
import { wordingIn } from '../../support/words.ts';
import { bodyProblems } from '../written.ts';
import { elements, html } from './rendered.ts';

const captions = (body: string) => elements(html(body), 'figcaption').map(({ text }) => text);

test('a quote is a figure that says who said it, and as what', () => {
  const markup = html(
    '::: quote {by="Igor Korotchenko" role="editor-in-chief, <National Defense>" source="https://x.example/a?b&c"}\nHold *on*.\n\nAnd on.\n:::',
  );
  expect(elements(markup).map(({ name }) => name)).toEqual(['figure', 'figcaption', 'b', 'blockquote', 'p', 'em', 'p']);
  expect(elements(markup, 'blockquote')[0]?.attributes).toEqual({ cite: 'https://x.example/a?b&c' });
  expect(captions('::: quote {by="Igor" role="captain"}\nx\n:::')).toEqual(['Igor captain']);
});

test('a quote in another language says which, and runs as that does unless it says otherwise', () => {
  const words = (attributes: string) =>
    elements(html(`::: quote {by="Reza" ${attributes}}\nدریا\n:::`), 'blockquote')[0]?.attributes;
  expect(words('lang="fa"')).toEqual({ lang: 'fa', dir: 'rtl' });
  expect(words('lang="de"')).toEqual({ lang: 'de', dir: 'ltr' });
  expect(words('lang="az-Arab" dir="ltr"')).toEqual({ lang: 'az-Arab', dir: 'ltr' });
  expect(words('dir="rtl"')).toEqual({ dir: 'rtl' });
  expect(bodyProblems('::: quote {by="Reza" lang="persian"}\nx\n:::')).toEqual(['markdown/bad-language 1:28']);
  expect(bodyProblems('::: quote {by="Reza" lang="fa" dir="right"}\nx\n:::')).toEqual(['markdown/bad-direction 1:37']);
});

test('a fact box is labelled by its title, and a note has one or none', () => {
  for (const name of ['fact', 'note'])
    expect(elements(html(`::: ${name} {title="Force 10"}\nx\n:::`))[0]?.attributes).toMatchObject({
      role: 'note',
      'aria-label': 'Force 10',
    });
  expect(elements(html('::: note\nx\n:::')).map(({ name }) => name)).toEqual(['figure', 'p']);
});

test('a video is a still that links out; without a picture it is the link', () => {
  const body = '::: video {url="https://v.example/1" title="The pier" poster="storm/sea.jpg"}\nFilmed at *noon*.\n:::';
  expect(elements(html(body), 'img')[0]?.attributes).toMatchObject({ src: '/assets/storm/sea.jpg-640.jpeg', alt: '' });
  expect(elements(html(body), 'a')).toMatchObject([
    { attributes: { class: 'watch', href: 'https://v.example/1' }, text: 'The pier' },
  ]);
  expect(elements(html(body, { picture: () => undefined }), 'img')).toEqual([]);
  expect(elements(html(body)).some(({ name }) => name === 'iframe' || name === 'video')).toBe(false);
});

test('a recording beside the story is played here and can be fetched; one elsewhere is a link', () => {
  const own = elements(html('::: audio {file="a/talk.mp3" title="The <talk>" duration="12:40"}\nAt *noon*.\n:::'));
  expect(own.map(({ name }) => name)).toEqual(['figure', 'audio', 'p', 'a', 'span', 'figcaption', 'p', 'em']);
  expect(own[1]?.attributes).toEqual({ controls: '', preload: 'none', src: '/2015/11/26/a/talk.mp3' });
  expect(own[3]).toMatchObject({ attributes: { href: '/2015/11/26/a/talk.mp3' }, text: 'The <talk>' });
  expect(own[4]?.text).toBe('MP3, 1.2 MB, 12:40');
  const other = elements(html('::: audio {url="https://radio.example/1" title="The talk"}\n:::'));
  expect(other.map(({ name }) => name)).toEqual(['figure', 'a']);
});

test('a document says what it is and how large, in the digits and units of its language', () => {
  const body = '::: document {file="a/report.pdf" title="The report"}\n:::';
  const inLanguage = (language: string) => {
    const say = sayIn(language, { wording: wordingIn([language]) });
    return elements(html(body, { say }), 'span')[0]?.text;
  };
  expect(['en', 'ru', 'fa'].map(inLanguage)).toEqual(['PDF, 1.2 MB', 'PDF, 1,2 МБ', 'PDF، ۱٫۲ MB']);
});

test('a post is a quotation with who, when and where', () => {
  const markup = html('::: post {url="https://s.example/1" by="Ann" date="2015-11-25"}\nClosed.\n:::');
  const post = elements(markup);
  expect(post.map(({ name }) => name)).toEqual(['figure', 'figcaption', 'b', 'a', 'time', 'blockquote', 'p']);
  expect(elements(markup, 'blockquote')[0]?.attributes).toEqual({ cite: 'https://s.example/1' });
  expect(elements(markup, 'time')[0]).toMatchObject({
    attributes: { datetime: '2015-11-25' },
    text: '25 November 2015',
  });
});

describe('a chart', () => {
  const chart = (host: string) => `::: chart {url="https://${host}/1" still="a/still.png" alt="Ships"}\nWords.\n:::`;
  const names = (markup: string) => elements(markup).map(({ name }) => name);

  test('is a still that links out, and in closed details a frame of a host that the site allows', () => {
    const markup = html(chart('charts.example'));
    expect(names(markup)).toContain('iframe');
    expect(elements(markup, 'details')[0]?.attributes).toEqual({ class: 'frame' });
    expect(elements(markup, 'iframe')[0]?.attributes).toMatchObject({ loading: 'lazy', title: 'Ships' });
    expect(elements(markup, 'a')[0]?.attributes).toEqual({ href: 'https://charts.example/1' });
  });

  test('of any other host, and in a feed, is the still and a link', () => {
    for (const markup of [html(chart('other.example')), html(chart('charts.example'), { frames: [] })]) {
      expect(names(markup)).not.toContain('iframe');
      expect(elements(markup, 'a').at(-1)).toMatchObject({ attributes: { class: 'watch' }, text: 'Interactive chart' });
    }
  });
});

describe('blocks inside blocks, lists and quotations', () => {
  test('keep each their own speaker', () => {
    expect(captions(':::: quote {by="Outer"}\na\n\n::: quote {by="Inner"}\nb\n:::\n\nc\n::::')).toEqual([
      'Outer',
      'Inner',
    ]);
    expect(captions('::: quote {by="A"}\na\n:::\n\n::: quote {by="B"}\nb\n:::')).toEqual(['A', 'B']);
  });

  test.each([
    '- One\n\n  ::: note\n  Text.\n  :::\n\n- Two',
    '1. ::: quote {by="A"}\n   Text.\n   :::',
    '> ::: quote {by="A"}\n> Text.\n> :::',
    '> > ::: fact {title="A"}\n> > - Text.\n> > :::',
    ':::: fact {title="A"}\n> ::: note\n> Text.\n> :::\n\n| a |\n|--|\n| b |\n\n![x](a/b.jpg)\n::::',
    'Text\n::: note\nText\n:::\nText',
  ])('%j has no Problem', (body) => expect(bodyProblems(body)).toEqual([]));
});

describe('a block that is not as it should be is one Problem, where it begins', () => {
  test.each([
    ['never closed', '::: note\nText.', 'markdown/unclosed-block 1:1'],
    ['closed outside its list', '- a\n\n  ::: note\n  b\n\nc', 'markdown/unclosed-block 3:3'],
    ['closed outside its quotation', '> ::: note\n> b\n\nc', 'markdown/unclosed-block 1:3'],
    [
      'closed by the fence around its quotation',
      '::: note\n> ::: quote {by="A"}\n> b\n:::',
      'markdown/unclosed-block 2:3',
    ],
    ['closed by a shorter fence', ':::: note\nb\n:::', 'markdown/unclosed-block 1:1'],
    ['unknown, with its end', 'a\n\n::: qoute {by="A"}\n\nb\n\n:::\n\nc', 'markdown/unknown-block 3:1'],
    ['unknown, in the middle of a paragraph', 'a\n::: qoute {by="A"}\nb\n:::', 'markdown/unknown-block 2:1'],
    ['unknown, in Cyrillic', '::: цитата\nb\n:::', 'markdown/unknown-block 1:1'],
    ['an end without beginning', 'a\n\n:::\n\nb', 'markdown/stray-fence 3:1'],
    ['an end behind its paragraph', 'a\n:::', 'markdown/stray-fence 2:1'],
    ['a nested one with too few colons', '::: quote {by="A"}\n::: note\nb\n:::\n:::', 'markdown/shared-end 1:1'],
    ['curly quotation marks', '::: quote {by=“A”}\nb\n:::', 'markdown/unreadable-attributes 1:12'],
    ['no braces', '::: quote by="A"\nb\n:::', 'markdown/unreadable-attributes 1:11'],
    ['words after the braces', '::: fact {title="A"} b\nb\n:::', 'markdown/unreadable-attributes 1:22'],
    [
      'an attribute that every object has',
      '::: fact {title="A" constructor="x"}\nb\n:::',
      'markdown/unknown-attribute 1:21',
    ],
    ['an empty attribute', '::: fact {title=" "}\nb\n:::', 'markdown/missing-attribute 1:1'],
    ['an attribute as the advice has it', '::: fact {title="…"}\nb\n:::', 'markdown/missing-attribute 1:1'],
    ['a video that is no address', '::: video {title="A" url="javascript:alert(1)"}\n:::', 'link/unsafe 1:27'],
    ['a video with a space in it', '::: video {title="A" url="https://v.example/a b"}\n:::', 'link/unsafe 1:27'],
    ['a recording of nothing', '::: audio {title="A"}\n:::', 'markdown/missing-attribute 1:1'],
    [
      'a recording twice',
      '::: audio {title="A" file="a/b.mp3" url="https://a.example/"}\n:::',
      'markdown/conflicting-attributes 1:37',
    ],
    [
      'a still without a description',
      '::: chart {url="https://courier.example/" still="a/b.jpg"}\n:::',
      'markdown/missing-attribute 1:1',
    ],
    [
      'a post of no day',
      '::: post {url="https://a.example/" by="A" date="2015-02-30"}\nb\n:::',
      'markdown/bad-date 1:49',
    ],
    ['a file outside', '::: document {title="A" file="../b/c.pdf"}\n:::', 'document/outside 1:31'],
    ['a source that is no address', '::: quote {by="A" source="data:x"}\nb\n:::', 'link/unsafe 1:27'],
  ])('%s', (_, body, expected) => expect(bodyProblems(body)).toEqual([expected]));
});

test('the end of an unknown block is no second Problem, but the next stray one is', () => {
  expect(bodyProblems('::: qoute\n\na\n\n:::\n\nb\n\n:::')).toEqual([
    'markdown/unknown-block 1:1',
    'markdown/stray-fence 9:1',
  ]);
});

test('the head of a block is its name and its attributes; what is left over is told', () => {
  expect(readBlockHead(' quote {by="A b" role="c"}')).toMatchObject({
    name: 'quote',
    attributes: { by: 'A b', role: 'c' },
    rest: '',
  });
  expect(readBlockHead(' quote {by="A" role}').rest).toBe('role');
  expect(readBlockHead(' quote {by="A}"').rest).not.toBe('');
  expect(readBlockHead(' ')).toMatchObject({ name: '', attributes: {}, rest: '' });
  expect(readBlockHead(`${' '.repeat(1e5)}a\u2028${' '.repeat(1e5)}{`).name).toBe('a');
});
