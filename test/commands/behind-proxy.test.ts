/** Who edits is whom a proxy names, where `start` was told of one, and whoever git knows otherwise. */
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FrontProxy, personOf, proxyOption } from '../../src/commands/behind-proxy.ts';
import { git } from '../../src/source/git.ts';
import { Newsroom } from '../support/newsroom.ts';

const proxy = proxyOption('https://edit.paper.example', 'X-Signed-In') as FrontProxy;
let room: Newsroom;

beforeAll(() => {
  room = new Newsroom({
    files: { 'authors/ann-lee.yaml': 'name: {en: Ann Lee, ru: Анна Ли}\nemail: ann@paper.example\n' },
  });
  git(room.folder, ['config', 'user.name', 'Whoever works here']);
  git(room.folder, ['config', 'user.email', 'here@paper.example']);
});

afterAll(() => room.dispose());

const here = { name: 'Whoever works here', email: 'here@paper.example' };

function person(headers: Record<string, string>, ahead: FrontProxy | undefined) {
  const newsroom = { root: room.folder, call: (name: string) => name };
  return personOf({ headers } as unknown as IncomingMessage, ahead, { content: room.content, newsroom });
}

/** As a browser’s bytes come to the server. */
const signedIn = (name: string) =>
  person({ host: 'edit.paper.example', 'x-signed-in': Buffer.from(name).toString('latin1') }, proxy);

test.each(['ann-lee', 'Ann Lee', 'Анна Ли', 'Ann@Paper.example'])('%s is an author of the newsroom', (name) =>
  expect(signedIn(name)).toEqual({ name: 'Ann Lee', email: 'ann@paper.example' }),
);

test('whoever is no author is called as the proxy does, in any script', () => {
  expect(signedIn('ann-lee@elsewhere.example')?.name).toBe('ann-lee@elsewhere.example');
  expect(signedIn('tom@paper.example')).toEqual({ name: 'tom@paper.example', email: 'tom@paper.example' });
  expect(signedIn('Зоя')).toEqual({ name: 'Зоя', email: '' });
});

test.each(['', ' ', '...', 'Eve <ann@paper.example>', 'a\u0001b', 'x'.repeat(201)])('%j names nobody', (name) =>
  expect(signedIn(name)).toBeUndefined(),
);

test('the header is believed of requests for the name of the proxy alone, and of none where there is none', () => {
  expect(person({ host: 'localhost:8080', 'x-signed-in': 'ann-lee' }, proxy)).toEqual(here);
  expect(person({ host: 'edit.paper.example', 'x-signed-in': 'ann-lee' }, undefined)).toEqual(here);
});

test.each([
  [undefined, 'X-Signed-In', /go together/],
  ['https://edit.paper.example', undefined, /go together/],
  ['http://edit.paper.example', 'X-Signed-In', /--proxy takes an address such as https/],
  ['https://edit.paper.example/admin/', 'X-Signed-In', /--proxy takes an address/],
  ['edit.paper.example', 'X-Signed-In', /--proxy takes an address/],
  ['https://edit.paper.example', 'X Signed', /--signed-in takes the name of a header/],
])('%s with %s is told what is wrong with it', (address, header, told) =>
  expect(() => proxyOption(address, header)).toThrow(told),
);
