/**
 * What the editor shows empty and leaves out when it writes a file anew: texts that a file has once per language where a form has one
 * field, and the description of a picture that needs none. It is put back, so that nobody loses what they never saw.
 */
import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';
import { splitFrontMatter } from '../../content/front-matter.ts';
import { isLanguage } from '../../content/names.ts';

/** The Markdown that was saved, with such texts of what was there before. */
export function withTextsKept(before: string, after: string): string {
  const [was, is] = [before, after].map((text) => splitFrontMatter(text, '').split);
  if (!was || !is) return after;
  const [old, made] = [parseDocument(was.yaml), parseDocument(is.yaml)];
  if (!isMap(old.contents) || !isMap(made.contents) || old.errors.length > 0 || made.errors.length > 0) return after;
  if (!putBack(old.contents, made.contents)) return after;
  return `---\n${made.toString({ lineWidth: 0 })}---\n${is.body}`;
}

/** Whether anything was. Only within what is still there: who takes a picture away takes its credit, too. */
function putBack(old: YAMLMap, made: YAMLMap): boolean {
  let isChanged = false;
  for (const { key, value } of old.items) {
    const name = isScalar(key) ? key.value : key;
    const now = made.get(name);
    const isLeftOut = now === undefined || now === '' || now === null;
    if (isLeftOut && (isMap(value) ? isPerLanguage(value) : isEmptyOfSame(name, value, old, made))) {
      made.set(name, value);
      isChanged = true;
    } else if (isMap(value) && isMap(now)) isChanged = putBack(value, now) || isChanged;
  }
  return isChanged;
}

/** Of another picture nobody has decided that it needs no words. */
function isEmptyOfSame(name: unknown, value: unknown, old: YAMLMap, made: YAMLMap): boolean {
  const isEmpty = name === 'alt' && isScalar(value) && value.value === '';
  return isEmpty && old.get('file') === made.get('file');
}

function isPerLanguage({ items }: YAMLMap): boolean {
  return items.length > 0 && items.every(({ key }) => isScalar(key) && isLanguage(String(key.value)));
}
