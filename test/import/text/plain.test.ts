import { expect, test } from 'vitest';
import { findResidue } from '../../../src/content/residue.ts';
import { plainLine } from '../../../src/import/text/plain.ts';

test.each([
  [
    'a link that is shown as code',
    'Write [the quay](https://b.example){target="_blank"} so.',
    'Write the quay(target="_blank") so.',
  ],
  ['a place of a figure', 'No [!hbp] today', 'No (!hbp) today'],
  ['what emphasis hid', 'a _x [q](https://b.example) y_ b', 'a x q y b'],
  ['a link to an address that is not given', 'See [the quay][] now', 'See the quay now'],
  ['what is left of a link', 'Ann Doe](https://b.example/)', 'Ann Doe'],
  ['a link of a wiki', 'See [[The quay]].', 'See The quay.'],
])('what looks like markup in a line is written so that it does not: %s', (_, text, shown) => {
  expect(plainLine({ format: 'plain', text })).toBe(shown);
  expect(findResidue(shown, { of: 'field' })).toEqual([]);
});
