/** Of the newsroom of everything that is hard to set, each page is reached, and no two listings have the same title. */
import { expect, test } from 'vitest';
import { tortureFiles } from '../browser/torture-newsroom.ts';
import { newsroom } from '../support/newsroom.ts';
import { judgeWhole } from './judge-whole.ts';

test('each page of the torture newsroom is reached, and can be told from others', async () => {
  const room = newsroom({ git: false, files: await tortureFiles() });
  await room.build();
  const findings = await judgeWhole(room);
  expect(findings.filter(({ code }) => code === 'check/unreached')).toEqual([]);
  const alike = findings.filter(({ code }) => code === 'check/same-title');
  expect(alike.filter(({ path }) => !/2015\/11\/2\d\/(?:first|second)-/.test(path))).toEqual([]);
});
