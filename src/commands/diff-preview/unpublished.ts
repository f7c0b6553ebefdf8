/** Drafts and stories to come that two states have otherwise: no edition shows them, so their files are compared. */
import { parseArticle } from '../../content/article.ts';
import { plainText, splitFrontMatter } from '../../content/front-matter.ts';
import { contentPath } from '../../content/paths.ts';
import type { Site } from '../../content/site.ts';
import { inZone } from '../../content/times.ts';
import { openSource } from '../../source/git-source.ts';
import { lookUp } from '../../source/git-trees.ts';
import { findRepository, readRevision } from '../../source/repository.ts';
import type { Source } from '../../source/source.ts';
import { compareTexts, type Row } from './compare-texts.ts';

export type Unpublished = {
  /** From the newsroom’s folder. */
  file: string;
  /** What each state has there: `a draft`, `to come at …`, `public`, `not there`. */
  before: string;
  after: string;
  rows: Row[];
};

export type Asked = { content: string; against: string; commit?: string; site: Site; now: number };

export function unpublishedChanges(asked: Asked): Unpublished[] {
  const { content, against, commit } = asked;
  const repository = findRepository(content);
  const trees = repository && readRevision(repository, against);
  if (!repository || trees?.tree === undefined) return [];
  const present = openSource(content, commit);
  const base = { tree: trees.tree, publicTree: trees.publicTree, dirty: [] };
  const differing = [...present.candidates(base).files].filter(([path]) => isStory(path));
  const old = lookUp(
    repository,
    trees.tree,
    differing.map(([path]) => path),
  );
  const [before, after] = [textsOf(openSource(content, against), [...old]), textsOf(present, differing)];
  return differing.flatMap(([path]) => {
    const sides = [before, after].map((texts) => sideOf(path, texts.get(path), asked));
    const [was, is] = sides;
    const rows = compareTexts(was?.lines ?? [], is?.lines ?? []);
    if (!was || !is || rows.length === 0 || !sides.some(({ isHidden }) => isHidden)) return [];
    return [{ file: `content/${path}`, before: was.state, after: is.state, rows }];
  });
}

function isStory(path: string): boolean {
  const file = contentPath(path, 0);
  return file !== undefined && !('code' in file) && file.kind === 'article';
}

function textsOf(source: Source, files: readonly (readonly [string, { blob: string } | null])[]) {
  return source.read(files.flatMap(([path, file]) => (file === null ? [] : [{ path, blob: file.blob }])));
}

type Side = { state: string; isHidden: boolean; lines: string[] };

/** Its front matter line by line, then its text. */
function sideOf(path: string, bytes: Uint8Array | undefined, { site, now }: Asked): Side {
  const file = contentPath(path, 0);
  if (bytes === undefined || !file || 'code' in file || file.kind !== 'article')
    return { state: 'not there', isHidden: false, lines: [] };
  const { value, asRead } = parseArticle(bytes, file, site);
  const article = value ?? asRead;
  const text = plainText(bytes);
  const { split } = splitFrontMatter(text, path);
  const lines = [...(split?.yaml.split('\n') ?? []), ...(split?.body ?? text).split(/\n\s*\n/)];
  const written = lines.map((line) => line.trim()).filter((line) => line !== '');
  if (article === undefined || article.draft) return { state: 'a draft', isHidden: true, lines: written };
  if (article.at <= now) return { state: 'public', isHidden: false, lines: written };
  const due = inZone(article.at, site.timeZone).toFormat('yyyy-MM-dd HH:mm');
  return { state: `to come at ${due}`, isHidden: true, lines: written };
}
