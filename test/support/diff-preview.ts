/** Previews of what a state of a small newsroom changes, as tests make and read them. */
import { join } from 'node:path';
import { expect } from 'vitest';
import { makePreview, type PreviewOptions } from '../../src/commands/diff-preview/make-preview.ts';
import { type Preview, previewAsJson } from '../../src/commands/diff-preview/preview.ts';
import { previewMarkdown } from '../../src/commands/diff-preview/preview-markdown.ts';
import { previewPages } from '../../src/commands/diff-preview/preview-pages.ts';
import { History } from '../../src/source/history.ts';
import { articleText, lateEnough, type Newsroom, newsroom, siteYaml, testEngine } from './newsroom.ts';
import { labelPictures } from './pictures.ts';
import { renderDirectly } from './render-directly.ts';
import { shelfOf } from './words.ts';

const ann = { 'authors/ann.yaml': 'name: Ann Lee\n' };
export const bridge = 'articles/2015/11/26/bridge.md';
const site = siteYaml.replace('languages: [en, ru]', 'languages: [en]');
export const text = (title: string, more = {}) => articleText({ title, authors: ['ann'], ...more });

export function room(files: Record<string, string> = {}): Newsroom {
  return newsroom({ files: { 'site.yaml': site, ...ann, [bridge]: text('The bridge'), ...files } }).commit();
}

export type Made = Awaited<ReturnType<typeof makePreview>>;

export function make(of: Newsroom, settings: Partial<PreviewOptions> = {}): Promise<Made> {
  const { content, folder, cache, out } = of;
  const history = new History(content);
  return makePreview({
    ...{ content, newsroom: folder, cache, work: join(cache, 'preview-diff'), history, site: out, now: lateEnough },
    against: history.commit('HEAD') ?? '',
    name: 'main',
    browser: async () => 'there is none here.',
    announce: (sentence) => expect.unreachable(sentence),
    ...settings,
    build: {
      render: renderDirectly,
      makePicture: labelPictures,
      engine: testEngine,
      words: async () => shelfOf(content),
      ...settings.build,
    },
  });
}

export async function previewOf(of: Newsroom, settings: Partial<PreviewOptions> = {}): Promise<Preview> {
  const made = await make(of, settings);
  if ('refused' in made) throw new Error(JSON.stringify(made.refused.report.problems));
  return made.preview;
}

/** What became of each page, `+/2015/…` of one that is added; feeds and the like left out. */
export function did({ groups }: Preview): string[] {
  const signs = { added: '+', changed: '', removed: '-' };
  const pages = groups.filter(({ isOfFiles }) => !isOfFiles);
  return pages.flatMap(({ shown, rest }) => [...shown, ...rest].map((each) => signs[each.did] + each.url)).sort();
}

/** In one: pages, Markdown, JSON, and the names of files. */
export const everything = (preview: Preview) =>
  [...[...previewPages(preview)].flat(), previewMarkdown(preview), JSON.stringify(previewAsJson(preview))].join('\n');

export const pageAt = (preview: Preview, url: string) =>
  String(previewPages(preview).get(preview.views.get(url)?.name ?? '') ?? '');
