/**
 * A change of a front in the text of `front.yaml`. It is taken only if reading the text gives the front that is wanted: a file
 * that is written in a way that nobody thought of is left alone, and no change does more than it says.
 */
import { isDeepStrictEqual } from 'node:util';
import { parseFront } from '../../content/front.ts';
import type { Front } from '../../content/front-picks.ts';
import type { ParsedFile } from '../../content/parsed-file.ts';
import type { Site } from '../../content/site.ts';
import { CannotRearrange } from '../../content/yaml/laid-out.ts';
import { EditedFront } from './edited-front.ts';
import { type FrontChange, frontWith, refusalOf, stepOf, type ToChange } from './front-change.ts';

export const frontFile = 'front.yaml';

export function readFront(text: string, site: Site): ParsedFile<Front> {
  return parseFront(new TextEncoder().encode(text), frontFile, site);
}

/** `lost`: the comment of what was removed. */
export type ChangedFront = { text: string; lost: string; refused?: undefined } | { text?: undefined; refused: string };

/** `text`: what `toChange.front` was read from, without faults. */
export function changeFront(text: string, toChange: ToChange, change: FrontChange): ChangedFront {
  const refused = refusalOf(toChange, change);
  if (refused !== undefined) return { refused };
  const changed = changedText(text, toChange, change);
  const wanted = frontWith(toChange, change);
  if (changed && isSame(readFront(changed.text, toChange.site).value, wanted))
    return { text: changed.text, lost: changed.lost };
  return { refused: `${frontFile} is written in a way that cannot be changed from here. Change it by hand.` };
}

function changedText(text: string, toChange: ToChange, change: FrontChange): EditedFront | undefined {
  const edited = new EditedFront(text, toChange);
  try {
    if ('section' in change) edited.moveSection(stepOf(toChange, change));
    else edited.changeStory(change);
    return edited;
  } catch (error) {
    if (error instanceof CannotRearrange) return undefined;
    throw error;
  }
}

/** What is not said is the same as nothing. */
function isSame(one: Front | undefined, other: Front): boolean {
  return one !== undefined && isDeepStrictEqual(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other)));
}
