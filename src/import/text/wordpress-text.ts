/** Captions, players and other codes of texts that WordPress keeps; its reader has put their paragraphs into tags. */
import { escapeHtml } from '../../content/blocks/markup.ts';
import type { Loss } from './loss.ts';
import { parameters } from './shortcodes.ts';

const paired = /\[(caption|wp_caption|embed|audio|video)\b([^\]]*)\]([\s\S]*?)\[\/\1\]/g;
const single =
  /\[(?:\/)?(gallery|playlist|audio|video|embed|contact-form-7|mc4wp_form|sharethis|[a-z][\w-]*)((?:\s+[\w-]+=(?:"[^"]*"|'[^']*'|[^\s\]"']+))*)\s*\/?\]/gi;

export function withoutShortcodes(text: string, lose: (loss: Loss) => void): string {
  const expanded = text.replace(paired, (_, name: string, rest: string, inner: string) => {
    const { named } = parameters(rest);
    if (name === 'embed') return `\n\n<iframe src="${escapeHtml(inner.trim())}"></iframe>\n\n`;
    if (name === 'audio' || name === 'video') return player(name, named, inner);
    const image = /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/i.exec(inner);
    const words = (named.caption ?? image?.[2] ?? '').trim();
    return `\n\n<figure>${image?.[1] ?? inner}${words && `<figcaption>${words}</figcaption>`}</figure>\n\n`;
  });
  return expanded.replace(single, (written: string, name: string, rest: string) => {
    const { named } = parameters(rest);
    if (name === 'audio' || name === 'video') return player(name, named, '');
    const isOne =
      rest.trim() !== '' ||
      /^\[\//.test(written) ||
      /^(?:gallery|playlist|embed)$/i.test(name) ||
      expanded.includes(`[/${name}]`);
    if (!isOne) return written;
    lose({ kind: 'shortcode', text: '', detail: written.slice(0, 80) });
    return '';
  });
}

function player(name: string, named: Record<string, string>, inner: string): string {
  const src = named.src ?? named.mp3 ?? named.m4a ?? named.mp4 ?? named.webm ?? inner.trim();
  return `\n\n<${name} src="${escapeHtml(src)}"></${name}>\n\n`;
}
