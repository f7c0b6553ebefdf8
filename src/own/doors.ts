/** The doors for a newsroom's own code: where its files are, what each must export, and what may be wrong with that. */
import { basename } from 'node:path';
import { articleKeys } from '../content/article-form.ts';
import { attributeKinds, type Block } from '../content/blocks/block.ts';
import { addBlock, blockNamed } from '../content/blocks/blocks.ts';
import type { Listing } from '../content/listings/listing.ts';
import { addListing, listingOf } from '../content/listings/listings.ts';
import { isFreeId, isId } from '../content/names.ts';
import { isReserved, keepForOwnKind } from '../content/own-addresses.ts';
import { addField, type OwnField, ownFields } from '../content/own-fields.ts';
import { singles } from '../content/scopes.ts';
import type { Problem } from '../problem.ts';
import type { Kind } from '../routes/kind.ts';
import { addKind, type OwnKind } from '../routes/own-kinds.ts';
import { kindsByName } from '../routes/rules.ts';

export type Fault = Pick<Problem, 'code' | 'what' | 'fix'>;

export type Door = {
  /** A folder of files, or one file; below the newsroom's. */
  at: string;
  /** Adds what a file exports; returns what is wrong with it, and then adds nothing. */
  take(module: Record<string, unknown>, path: string): Fault[];
};

export const doors: readonly Door[] = [
  { at: 'src/fields.ts', take: takeFields },
  { at: 'src/listings', take: takeListing },
  { at: 'src/blocks', take: takeBlock },
  { at: 'src/kinds', take: takeKind },
];

function nameOf(path: string): string {
  return basename(path).replace(/\.\w+$/, '');
}

/** What is wrong with the name that a file's export has. */
function nameFaults(what: string, name: unknown, path: string, isTaken: (name: string) => boolean): Fault[] {
  const wanted = nameOf(path);
  if (!isId(wanted))
    return [wrong(`“${wanted}” cannot name a ${what}.`, 'Name the file in small Latin letters, digits and hyphens.')];
  if (name !== wanted)
    return [wrong(`The ${what} of this file is named “${String(name)}”.`, `Name it as its file: name: '${wanted}'.`)];
  return isTaken(wanted) ? [taken(`Broadsheet has a ${what} “${wanted}” of its own.`)] : [];
}

function wrong(what: string, fix: string): Fault {
  return { code: 'own/wrong-export', what, fix };
}

function taken(what: string): Fault {
  return { code: 'own/name-taken', what, fix: 'Choose another name.' };
}

function noExport(name: string, like: string): Fault {
  return {
    code: 'own/no-export',
    what: `This file exports no “${name}”.`,
    fix: `Write “export const ${name}${like}”.`,
  };
}

function takeListing(module: Record<string, unknown>, path: string): Fault[] {
  const listing = module.listing as Listing | undefined;
  if (!listing) return [noExport('listing', ': Listing = {…};')];
  const faults = nameFaults(
    'listing',
    listing.name,
    path,
    (name) => listingOf({ of: name }) !== undefined || name in singles,
  );
  if (typeof listing.idsOf !== 'function')
    faults.push(
      wrong('The listing has no function idsOf.', 'Write one that gives the ids under which an article stands in it.'),
    );
  if (!Array.isArray(listing.spans))
    faults.push(wrong('The listing has no spans.', "Write: spans: ['whole', 'year']."));
  const folder = listing.front?.folder;
  if (folder !== undefined && (!isFreeId(folder) || isReserved(folder)))
    faults.push(taken(`The folder “${folder}” of its fronts is a year, or is used by something else.`));
  if (faults.length === 0) addListing(listing);
  return faults;
}

function takeBlock(module: Record<string, unknown>, path: string): Fault[] {
  const block = module.block as Block | undefined;
  if (!block) return [noExport('block', ' = defineBlock({…});')];
  const faults = nameFaults('block', block.name, path, (name) => blockNamed(name) !== undefined);
  if (typeof block.render !== 'function')
    faults.push(wrong('The block has no function render.', 'Write one that gives its markup.'));
  for (const [name, attribute] of Object.entries(block.attributes ?? {})) {
    if (!/^[a-z]+$/.test(name))
      faults.push(wrong(`“${name}” cannot name an attribute.`, 'Write it in small Latin letters.'));
    if (!attributeKinds.includes(attribute?.is))
      faults.push(wrong(`The attribute “${name}” is of no kind.`, `Write: is: one of ${attributeKinds.join(', ')}.`));
    else if (attribute.is === 'file' && !Array.isArray(attribute.types))
      faults.push(wrong(`The attribute “${name}” takes files of no type.`, `Write: types: ['pdf'].`));
  }
  if (faults.length === 0) addBlock(block);
  return faults;
}

function takeKind(module: Record<string, unknown>, path: string): Fault[] {
  const { kind, layout, keeps = [] } = module as { kind?: Kind; layout?: OwnKind['layout']; keeps?: string[] };
  if (!kind) return [noExport('kind', `: Kind<'${nameOf(path)}', Props> = {…};`)];
  const faults = nameFaults('kind of page', kind.name, path, (name) => kindsByName().has(name));
  if (typeof layout !== 'function') faults.push(noExport('layout', ' = (props: Props, site: Site) => renderPage(…);'));
  for (const each of ['url', 'props'] as const)
    if (typeof kind[each] !== 'function')
      faults.push(wrong(`The kind has no function ${each}.`, `Write one; see Kind in broadsheet/kinds.`));
  for (const word of keeps)
    if (!isFreeId(word))
      faults.push(taken(`The word “${word}”, which this kind keeps for its addresses, is used by something else.`));
  if (faults.length > 0 || layout === undefined) return faults;
  for (const word of keeps) keepForOwnKind(word);
  addKind({ kind, layout });
  return [];
}

function takeFields(module: Record<string, unknown>): Fault[] {
  const fields = module.fields as Record<string, OwnField> | undefined;
  if (!fields) return [noExport('fields', ' = defineFields({…});')];
  return Object.entries(fields).flatMap(([key, field]) => {
    const faults = fieldFaults(key, field);
    if (faults.length === 0) addField(key, field);
    return faults;
  });
}

function fieldFaults(key: string, { schema, example, depth }: OwnField): Fault[] {
  if (articleKeys.includes(key) || ownFields.has(key)) return [taken(`Articles have a field “${key}” already.`)];
  if (!/^[a-z][A-Za-z0-9]*$/.test(key))
    return [wrong(`“${key}” cannot name a field.`, 'Begin with a small Latin letter; go on with letters and digits.')];
  if (!['headline', 'teaser', 'full'].includes(depth))
    return [
      wrong(
        `The field “${key}” says no depth.`,
        'Write depth: headline, teaser or full: how much of a story shows it.',
      ),
    ];
  if (typeof schema?.safeParse !== 'function')
    return [wrong(`The field “${key}” has no schema.`, 'Make one of those in broadsheet/fields.')];
  if (!schema.safeParse(undefined).success)
    return [
      wrong(
        `The field “${key}” must be there, and no story written before has it.`,
        'Add .optional() or .default(…) to its schema.',
      ),
    ];
  return schema.safeParse(example).success
    ? []
    : [
        wrong(
          `The example of the field “${key}” is not what its schema takes.`,
          'Write a good value: remedies show it.',
        ),
      ];
}
