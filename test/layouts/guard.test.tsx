import { type ComponentChildren, h } from 'preact';
import { describe, expect, test } from 'vitest';
import '../../layouts/guard.ts';

const addresses = [
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'vbscript:x',
  'data:text/html,x',
];
const attributes = [
  'href',
  'src',
  'action',
  'formaction',
  'formAction',
  'cite',
  'poster',
  'data',
  'xlink:href',
  'srcset',
];

describe('the guard', () => {
  test.each(attributes)('a javascript: address in %s throws, however it is spelt', (attribute) => {
    for (const address of addresses)
      expect(() => h('a', { [attribute]: address }), address).toThrow(/would run or carry code/);
  });

  test('addresses of the web, of mail and of the site itself pass', () => {
    for (const href of ['https://example.org/', '/world/', '#main', 'mailto:desk@example.org', '/a?b=javascript:c']) {
      expect(() => <a href={href}>x</a>).not.toThrow();
    }
  });

  test('a refresh that leads to a javascript: address throws', () => {
    expect(() => <meta http-equiv="refresh" content="0; url=javascript:alert(1)" />).toThrow();
    expect(() => <meta http-equiv="refresh" content="0; url=/world/" />).not.toThrow();
  });

  test('a description that begins with “data:” is only text', () => {
    expect(() => <meta name="description" content="Data: what we know" />).not.toThrow();
    expect(() => <meta property="og:title" content="0; url=javascript:alert(1)" />).not.toThrow();
    expect(() => <img src="/a.jpg" alt="data: a chart" />).not.toThrow();
  });

  test('a data: picture is the favicon and nothing else', () => {
    const picture = 'data:image/svg+xml,%3Csvg/%3E';
    expect(() => <link rel="icon" href={picture} />).not.toThrow();
    expect(() => <link rel="icon" href="data:text/html,x" />).toThrow();
    expect(() => <link rel="stylesheet" href={picture} />).toThrow();
    expect(() => <img src={picture} alt="" />).toThrow();
  });

  test('every on* attribute throws', () => {
    for (const name of ['onclick', 'onLoad', 'ONERROR']) expect(() => h('p', { [name]: 'x' })).toThrow(/no scripts/);
  });

  test('a page inside a page throws', () => {
    expect(() => h('iframe', { srcdoc: '<p>' })).toThrow(/srcdoc/);
  });

  test('an async component throws before it can be rendered as a promise', () => {
    const Late = (async () => 'later') as unknown as () => ComponentChildren;
    expect(() => <Late />).toThrow(/Late is async/);
  });
});
