import { expect, onTestFinished, test, vi } from 'vitest';
import { printable, say } from '../../src/commands/terminal.ts';

test('what a terminal would obey is shown instead, and nothing else is changed', () => {
  expect(printable('\u001b]0;x\u0007')).toBe('␛]0;x␇');
  expect(printable('a\rb\bc\u007f\u009b2J')).toBe('a␍b␈c␡U+009B2J');
  expect(printable('Bank \u202egpj.exe\u2066')).toBe('Bank U+202Egpj.exeU+2066');
  expect(printable('half \ud800 a pair')).toBe('half \ufffd a pair');
  expect(printable('“Öl” 5\u00a0%\n\tمی‌خواهم 👩‍👩‍👧 \u200f!')).toBe('“Öl” 5\u00a0%\n\tمی‌خواهم 👩‍👩‍👧 \u200f!');
});

test('colours are for terminals that want them, and no text brings its own', () => {
  const said: string[] = [];
  const spy = vi.spyOn(console, 'log').mockImplementation((text) => said.push(text));
  onTestFinished(() => {
    spy.mockRestore();
    vi.unstubAllEnvs();
  });
  const words = ['plain ', { text: 'red\u001b[7m', style: 'red' }, '\u001b[1m'] as const;
  vi.stubEnv('NO_COLOR', undefined);
  vi.stubEnv('FORCE_COLOR', '1');
  say(words);
  say('plain\u001b[1m');
  expect(said).toEqual(['plain \u001b[31mred␛[7m\u001b[39m␛[1m', 'plain␛[1m']);
  said.length = 0;
  vi.stubEnv('FORCE_COLOR', '0');
  say(words);
  vi.stubEnv('FORCE_COLOR', undefined);
  vi.stubEnv('NO_COLOR', '1');
  say(words);
  expect(said).toEqual(['plain red␛[7m␛[1m', 'plain red␛[7m␛[1m']);
});
