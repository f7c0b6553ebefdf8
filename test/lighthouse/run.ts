/**
 * `npm run lighthouse`: the sample newsroom as Lighthouse sees it on a phone with a slow connection; medians
 * of three runs. Installs Lighthouse into this folder the first time. Flags: --runs N (3), --json FILE.
 */
import { execFile, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import 'tsx/esm';

const { chromiumPath, chromiumFlags } = await import('../../src/commands/shots/chromium.ts');
const { ServedSite } = await import('../browser/served-site.ts');
const { sampleContent } = await import('../support/sample.ts');

const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' }, json: { type: 'string' } } });
const port = 8642;
/** Of each of these kinds a page with much on it; of stories one that begins with a picture, and one that does not. */
const kinds = ['front-page', 'section-front', 'topic-front', 'author-front', 'archive-month', 'search'];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

type Result = {
  categories: Record<(typeof categories)[number], { score: number; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; title: string; numericValue?: number }>;
};

const program = join(import.meta.dirname, 'node_modules/lighthouse/cli/index.js');
if (!existsSync(program)) spawnSync('npm', ['ci'], { cwd: import.meta.dirname, stdio: 'inherit' });

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-lighthouse-'));
const site = await ServedSite.open({ content: contentAt(`http://localhost:${port}`), port });
const pages = [
  ...kinds.flatMap((kind) => site.pages.find((page) => page.kind === kind) ?? []),
  ...[true, false].flatMap(
    (isIllustrated) =>
      site.pages.find(({ kind, url }) => kind === 'article' && startsWithPicture(url) === isIllustrated) ?? [],
  ),
];
const rows = [];
for (const { kind, url } of pages) {
  const results: Result[] = [];
  for (let run = 0; run < Number(values.runs); run++) results.push(await measure(url));
  const median = (of: (result: Result) => number) => results.map(of).sort((a, b) => a - b)[results.length >> 1] ?? 0;
  const seconds = (audit: string) => (result: Result) => (result.audits[audit]?.numericValue ?? 0) / 1000;
  rows.push({
    name: `${kind} ${url}`,
    scores: categories.map((each) => Math.round(100 * median((result) => result.categories[each].score))),
    lcpSeconds: median(seconds('largest-contentful-paint')),
    cls: median((result) => result.audits['cumulative-layout-shift']?.numericValue ?? 0),
    tbtMilliseconds: median((result) => result.audits['total-blocking-time']?.numericValue ?? 0),
    failed: results.flatMap(failedAudits),
  });
}
site.close();
rmSync(folder, { recursive: true });

console.log(`${'page'.padEnd(50)}  ${categories.join('  ')}  LCP     CLS  TBT`);
for (const { name, scores, lcpSeconds, cls, tbtMilliseconds, failed } of rows) {
  const cells = scores.map((score, index) => String(score).padStart(categories[index]?.length ?? 0));
  console.log(
    `${name.padEnd(50)}  ${cells.join('  ')}  ${lcpSeconds.toFixed(2)} s  ${cls.toFixed(2)}  ${tbtMilliseconds.toFixed(0)} ms`,
  );
  for (const audit of new Set(failed)) console.log(`  ${audit}`);
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);

function startsWithPicture(url: string): boolean {
  return readFileSync(join(site.out, url, 'index.html'), 'utf8').includes('class="figure top-figure');
}

/** The sample newsroom, as if it were at the address where it is served: what is canonical is judged too. */
function contentAt(url: string): string {
  const content = join(folder, 'content');
  cpSync(sampleContent, content, { recursive: true });
  const file = join(content, 'site.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^url: .*$/m, `url: ${url}`));
  return content;
}

/** In a process of its own, while this one serves the site. */
async function measure(url: string): Promise<Result> {
  const report = join(folder, 'report.json');
  const args = [`http://localhost:${port}${url}`, '--quiet', '--output=json', `--output-path=${report}`];
  const chrome = `--chrome-flags=${['--headless=new', ...chromiumFlags].join(' ')}`;
  const env = { ...process.env, CHROME_PATH: chromiumPath() };
  await promisify(execFile)(process.execPath, [program, ...args, chrome], { env });
  return JSON.parse(readFileSync(report, 'utf8'));
}

function failedAudits(result: Result): string[] {
  return categories.flatMap((category) =>
    result.categories[category].auditRefs
      .filter(({ id, weight }) => weight > 0 && (result.audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => `${category}: ${result.audits[id]?.title} (${id})`),
  );
}
