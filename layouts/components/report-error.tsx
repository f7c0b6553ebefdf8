/** How readers tell the newsroom of an error in a story: a letter that names it, or the newsroom’s own form. */
import { absoluteUrl } from '../../src/content/urls.ts';
import type { ArticleWithBody } from '../../src/queries/queries.ts';
import type { Here } from '../here.ts';

export function ReportError({ story: { title, url }, here }: { story: ArticleWithBody; here: Here }) {
  const { site, words } = here;
  const { errorsTo } = site;
  if (errorsTo === undefined) return null;
  const letter = () => letterTo(errorsTo, words.errorIn(title), absoluteUrl(url, site));
  return (
    <p class="note report furniture">
      <a href={/^https:/i.test(errorsTo) ? errorsTo : letter()}>{words.reportError}</a>
    </p>
  );
}

/** A letter with its subject and its text: https://www.rfc-editor.org/rfc/rfc6068 */
function letterTo(mail: string, subject: string, text: string): string {
  const encoded = (part: string) => encodeURIComponent(part.toWellFormed());
  return `mailto:${mail.split('@').map(encoded).join('@')}?subject=${encoded(subject)}&body=${encoded(text)}`;
}
