/** The pages of a text lead to pages of the same text, and show its pictures. */
import { expect, test } from 'vitest';
import { addressesBelow } from '../../src/commands/addresses-below.ts';

test.each([
  ['<a href="/2015/">', '<a href="/.saved-3/2015/">'],
  ['<form action="/search/" method="get">', '<form action="/.saved-3/search/" method="get">'],
  [
    '<img src="/a.jpg" srcset="/a.jpg 320w, /b.jpg 640w">',
    '<img src="/.saved-3/a.jpg" srcset="/.saved-3/a.jpg 320w, /.saved-3/b.jpg 640w">',
  ],
  ['<video poster="/a.jpg">', '<video poster="/.saved-3/a.jpg">'],
])('%s is turned', (html, turned) => expect(addressesBelow('/.saved-3', html)).toBe(turned));

test.each([
  '<a href="https://a.example/b">',
  '<a href="//a.example/">',
  '<a href="#b">',
  '<p>“href="/b"”</p>',
  '<link rel="canonical" href="https://a.example/">',
])('%s stays', (html) => expect(addressesBelow('/.saved-3', html)).toBe(html));

test('at the root nothing is turned', () => expect(addressesBelow('', '<a href="/b">')).toBe('<a href="/b">'));
