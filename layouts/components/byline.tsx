/** Who wrote a story, and who helped. */
import type { Credited, FullArticle, Teaser } from '../../src/content/records.ts';
import type { Here } from '../here.ts';
import { capitalised } from '../words.ts';

type BylineProps = {
  authors: Teaser['byline'];
  here: Here;
  /** Opinion says who is speaking, in what capacity. */
  withRoles?: boolean;
};

/** More of them would push the text far below the headline. */
const mostInSpine = 4;

export function Byline({ authors, here: { words }, withRoles = false }: BylineProps) {
  return (
    <p class={authors.length > mostInSpine ? 'by by-many' : 'by'}>
      {authors.map(({ id, name, url, role }, index) => (
        <span key={id}>
          <a href={url} rel="author">
            <bdi>{name}</bdi>
          </a>
          {withRoles && role && (
            <span class="role">
              {words.comma}
              {role}
            </span>
          )}
          {index < authors.length - 1 && words.listComma}
        </span>
      ))}
    </p>
  );
}

type CreditsProps = { story: Pick<FullArticle, 'byline' | 'translators' | 'contributors'>; here: Here };

/** Whoever translated it, then the others by what they did. */
export function Credits({ story: { byline, translators, contributors }, here: { words } }: CreditsProps) {
  const credits = [
    ...(translators.length > 0 ? [{ did: `${words.translatedBy} `, names: translators }] : []),
    ...contributors.map(({ role, names }) => ({ did: capitalised(role, words.locale) + words.colon, names })),
  ];
  const all = [...byline, ...credits.flatMap(({ names }) => names)];
  return credits.map(({ did, names }) => (
    <p key={did} class={all.length > mostInSpine ? 'credit by-many' : 'credit'}>
      {did}
      {names.map((each, index) => (
        <span key={each.id}>
          <CreditedName {...each} />
          {index < names.length - 1 && words.listComma}
        </span>
      ))}
    </p>
  ));
}

function CreditedName({ name, url }: Credited) {
  const shown = <bdi>{name}</bdi>;
  return url === undefined ? shown : <a href={url}>{shown}</a>;
}
