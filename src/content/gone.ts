/** `gone.yaml`: addresses that ended on purpose, each with a reason that readers are told or with where they are led. */
import { z } from 'zod';
import type { Ending, Gone } from './endings.ts';
import type { Example } from './example.ts';
import { address, inLanguages, list, passage, wholeAddress } from './fields.ts';
import { plainText } from './front-matter.ts';
import { maxItems } from './lengths.ts';
import { pathOnSite } from './links.ts';
import { isWebAddress } from './names.ts';
import { type ParsedFile, parsedFile } from './parsed-file.ts';
import { claimOf, isOtherwiseCased, judgedAddress } from './redirect.ts';
import { writeLike, writeLine } from './remedies.ts';
import type { Site } from './site.ts';
import { sizeProblem } from './size.ts';
import { untranslatedProblems } from './untranslated.ts';
import { described } from './yaml/schema.ts';
import { type Field, readYaml } from './yaml.ts';

const destination = address(
  (value) => /^\/(?![/\\])/.test(value) || isWebAddress(value),
  'is not an address that readers can be led to',
  (value) => wholeAddress(value) ?? (/^[^\s:]+$/.test(value) ? `/${value.replace(/^[/\\]+/, '')}` : undefined),
);

const rows = list(
  z.strictObject({
    url: described(z.string(), 'The address that ended, in any form in which readers ask for it.'),
    reason: described(inLanguages(passage).optional(), 'Why, for readers; or “to”.'),
    to: described(destination.optional(), 'Where readers are led: a path of the site, or a web address.'),
  }),
  maxItems.gone,
);

/** A file of comments alone says nothing. */
const goneSchema = z.preprocess(
  (written) => (written !== null && typeof written === 'object' && Object.keys(written).length === 0 ? [] : written),
  rows,
);

const reason = 'The story was invented';
const to = '/2015/11/03/new-name/';
const exampleGone: Example = [{ url: '/2015/11/02/hoax/', reason, to }];

export const goneForm = { schema: goneSchema, example: () => exampleGone };

export function parseGone(bytes: Uint8Array, path: string, site: Site): ParsedFile<Gone> {
  const tooLarge = sizeProblem('file', bytes.length, path);
  if (tooLarge) return { problems: [tooLarge] };
  const { asRead, isKnown, problems: told, at, line, removal } = readYaml(plainText(bytes), goneForm, path);
  const place = (field: Field) => ({ file: path, ...at(field) });
  const problems = [...told, ...untranslatedProblems(asRead, goneSchema, site, { place, line })];
  const seen = new Map<string, Ending[]>();
  const endings = asRead.map((row, index): Ending => {
    const field = [index, 'url'];
    const judging = { field, isKnown, place, line, removal: () => removal([index]) };
    const { address: url, problems: ofUrl } = judgedAddress(row.url, judging, site);
    problems.push(...ofUrl);
    const written = isKnown([index]) ? oneFate(row, index) : row;
    const ending = { url, ...fateOf(written, site) };
    const same = seen.get(claimOf(url)) ?? [];
    if (url !== '' && same.length > 0 && !isSpelledApart(ending, same))
      problems.push({
        code: 'gone/repeated',
        ...place(field),
        what: `“${row.url}” has ended in another line already.`,
        fix: 'Remove one of the two.',
        replacement: removal([index]),
      });
    seen.set(claimOf(url), [...same, ending]);
    return ending;
  });
  return parsedFile({ endings }, problems);

  /** Readers are told why, or led elsewhere. */
  function oneFate(row: Row, index: number): Row {
    const isTold = row.reason !== undefined || !isKnown([index, 'reason']);
    const isLed = row.to !== undefined || !isKnown([index, 'to']);
    if (isTold !== isLed) return row;
    const shown = isTold ? { url: row.url, to: row.to } : { url: row.url, reason: `${reason}.` };
    const written = line([index], shown);
    problems.push({
      ...place([index]),
      ...(isTold
        ? {
            code: 'gone/two-ends',
            what: `Readers of “${row.url}” are both told why it ended and led to another address.`,
            ...writeLine(written, ', or leave out “to” if they are to read the reason'),
          }
        : {
            code: 'gone/no-end',
            what: `Nothing says why “${row.url}” ended, or where readers are led from there.`,
            ...writeLike(written, `, or as in “to: ${to}”`),
          }),
    });
    return { url: row.url, to: row.to };
  }
}

/** Those that differ by capital letters alone are told to hosts, which can lead all of them to one address. */
function isSpelledApart({ url, to }: Ending, others: readonly Ending[]): boolean {
  return to !== undefined && others.every((each) => each.to === to && isOtherwiseCased(each.url, url));
}

type Row = z.infer<typeof rows>[number];

function fateOf({ reason, to }: Row, site: Site): Omit<Ending, 'url'> {
  if (to !== undefined) return { to: pathOnSite(to, site) ?? to };
  return reason === undefined ? {} : { reason };
}
