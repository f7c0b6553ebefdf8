/** The configuration of the editor for the newsroom as it is: a form has one way to write a text, so files are asked which they have. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '../../content/names.ts';
import { parseTopic } from '../../content/page.ts';
import { contentPath } from '../../content/paths.ts';
import type { Site } from '../../content/site.ts';
import { zoneNamedAt } from '../../content/zone.ts';
import { type EditorSettings, editorConfiguration } from '../../desk/editor/configuration.ts';
import type { WrittenTexts } from '../../desk/editor/fields.ts';
import { readAuthors } from '../../desk/who-writes.ts';
import { readOnDisk } from '../../source/folder-source.ts';
import { findRepository } from '../../source/repository.ts';

/** `now`: in milliseconds since 1970. */
type Asked = Pick<EditorSettings, 'backend' | 'pagesBelow'> & { content: string; site: Site; now: number };

export function newsroomForms({ content, site, now, ...given }: Asked): Record<string, unknown> {
  const zone = zoneNamedAt(site.timeZone, now);
  return editorConfiguration(site, {
    ...given,
    folder: findRepository(content)?.below ?? '',
    written: { authors: textsOfAuthors(content, site), topics: textsOfTopics(content, site) },
    zone: typeof zone === 'string' ? zone : zone.name,
  });
}

/** Of a newsroom without any, as new ones are written. */
function writtenAs(texts: readonly (Text | undefined)[], { languages }: Site): WrittenTexts {
  const kinds = new Set(texts.flatMap((text) => (text === undefined ? [] : typeof text)));
  if (kinds.size === 2) return 'both';
  return kinds.has('object') || (kinds.size === 0 && languages.length > 1) ? 'per language' : 'once';
}

function textsOfAuthors(content: string, site: Site): WrittenTexts {
  const texts = readAuthors(content, site).flatMap(({ name, role, bio, portrait }) => [
    ...[name, role, bio],
    ...[portrait?.alt, portrait?.credit],
  ]);
  return writtenAs(texts, site);
}

function textsOfTopics(content: string, site: Site): WrittenTexts {
  const folder = join(content, 'topics');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const texts = names.map((name) => {
    const path = contentPath(`topics/${name}`, 0);
    if (!path || 'code' in path || path.kind !== 'topic') return undefined;
    return parseTopic(readOnDisk(content, path.path), path, site).value?.name;
  });
  return writtenAs(texts, site);
}
