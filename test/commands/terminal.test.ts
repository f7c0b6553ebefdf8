import { expect, test } from 'vitest';
import { printable } from '../../src/commands/terminal.ts';

test('what a terminal would obey is shown instead, and nothing else is changed', () => {
  expect(printable('\u001b]0;x\u0007')).toBe('␛]0;x␇');
  expect(printable('a\rb\bc\u007f\u009b2J')).toBe('a␍b␈c␡U+009B2J');
  expect(printable('Bank \u202egpj.exe\u2066')).toBe('Bank U+202Egpj.exeU+2066');
  expect(printable('half \ud800 a pair')).toBe('half \ufffd a pair');
  expect(printable('“Öl” 5\u00a0%\n\tمی‌خواهم 👩‍👩‍👧 \u200f!')).toBe('“Öl” 5\u00a0%\n\tمی‌خواهم 👩‍👩‍👧 \u200f!');
});
