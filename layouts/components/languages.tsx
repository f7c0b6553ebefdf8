/** Under a headline: the same story in each of its other languages, said in that language. */
import type { PageHead } from '../../src/routes/kind.ts';
import { type Here, languageOf } from '../here.ts';
import { wordsIn } from '../words.ts';

export function InOtherLanguages({ alternates, here }: Pick<PageHead, 'alternates'> & { here: Here }) {
  const others = alternates.filter(({ language }) => language !== here.language);
  if (others.length === 0) return null;
  return (
    <p class="in-others furniture">
      {others.map(({ language, url }) => (
        <a key={language} class="link" href={url} hreflang={language} {...languageOf(language, here)}>
          {wordsIn(language, here.site).readHere}
        </a>
      ))}
    </p>
  );
}
