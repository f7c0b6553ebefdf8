/** Sharing without anyone watching: plain links, which ask nothing of anybody until they are followed. */
import { absoluteUrl } from '../../src/content/urls.ts';
import type { ArticleWithBody } from '../../src/queries/queries.ts';
import type { Here } from '../here.ts';

const services: readonly { name: string; address(url: string): string }[] = [
  { name: 'Telegram', address: (url) => `https://t.me/share/url?url=${url}` },
  { name: 'WhatsApp', address: (url) => `https://wa.me/?text=${url}` },
  { name: 'Facebook', address: (url) => `https://www.facebook.com/sharer/sharer.php?u=${url}` },
  { name: 'X', address: (url) => `https://x.com/intent/post?url=${url}` },
];

export function Share({ story, here }: { story: ArticleWithBody; here: Here }) {
  const { site, words } = here;
  const url = encodeURIComponent(absoluteUrl(story.url, site));
  return (
    <nav class="note share furniture" aria-label={words.share}>
      <p class="label">{words.share}</p>
      <ul>
        <li>
          <a href={`mailto:?body=${url}`}>{words.byMail}</a>
        </li>
        {services.map(({ name, address }) => (
          <li key={name}>
            <a href={address(url)} rel="nofollow">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
