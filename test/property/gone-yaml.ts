/** A random `gone.yaml`: some addresses with a reason, others that lead to stories, to a page or elsewhere. */
import { at, ended, some } from './vocabulary.ts';

/** `articles`: the paths of those that there are. */
export function goneYaml(
  articles: readonly string[],
  { pick, value, other }: { pick: number; value: number; other: number },
): string {
  const stories = articles.map((path) => path.replace(/^articles(.*?)(\.ru)?\.md$/, '$1/'));
  const targets = [
    at(stories, pick) ?? '/about/',
    at(stories, other) ?? '/about/',
    '/about/',
    'https://partner.example/',
  ];
  const rows = some(ended, value + 1).map((url, index) => {
    const n = other + index;
    if (n % 3 === 0) return { url, to: at(targets, pick + n) };
    return { url, reason: n % 3 === 1 ? `Reason ${value % 4}.` : { en: `Reason ${n}.`, ru: 'Причина.' } };
  });
  return rows.map((row) => `- ${JSON.stringify(row)}\n`).join('');
}
