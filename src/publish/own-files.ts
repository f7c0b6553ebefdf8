/** What publishing itself puts on the site: which edition it is, and pages and feeds in place of lists that have emptied. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { escapeHtml } from '../content/blocks/markup.ts';
import { defaultLanguage } from '../content/names.ts';
import { feedFiles } from '../content/own-addresses.ts';
import type { Site } from '../content/site.ts';
import { absoluteUrl, urlOfOutput } from '../content/urls.ts';
import type { Served } from './change-list.ts';
import { servedAs } from './outgoing.ts';

/** Kept in a folder until they are sent. */
export class OwnFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.remove();
  }

  put(path: string, text: string): Served {
    const file = join(this.#folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return servedAs(file, false);
  }

  fileOf(path: string): string | undefined {
    const file = join(this.#folder, path);
    return existsSync(file) ? file : undefined;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** `edition.json`; `published` in seconds. It says nothing of what is to come. */
export function editionText(of: { edition: string; commit: string; published: number }): string {
  const published = new Date(of.published * 1000).toISOString().replace('.000', '');
  return `${JSON.stringify({ ...of, published })}\n`;
}

/** What is said where a list, or a feed of one, has emptied. */
export function answerFor(path: string, to: string, site: Site): string {
  return path.endsWith('.html') ? answerPage(to, site) : emptyFeed(urlOfOutput(path), to, site);
}

/** Without a story: what the feed had last may be withdrawn by and by, and nobody would take it away. */
function emptyFeed(url: string, to: string, site: Site): string {
  const [own, above] = [absoluteUrl(url, site), absoluteUrl(to.replace(/[^/]*$/, ''), site)];
  if (url.endsWith(feedFiles.json))
    return `${JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: own, home_page_url: above, feed_url: own, items: [] })}\n`;
  const [self, page] = [escapeHtml(own), escapeHtml(above)];
  const lines = url.endsWith(feedFiles.atom)
    ? [
        `<feed xmlns="http://www.w3.org/2005/Atom">`,
        `<id>${escapeHtml(`${site.ids ?? site.url}${url}`)}</id>`,
        `<title>${self}</title>`,
        `<updated>1970-01-01T00:00:00Z</updated>`,
        `<link rel="self" type="application/atom+xml" href="${self}"/>`,
        `<link rel="alternate" type="text/html" href="${page}"/>`,
        `</feed>`,
      ]
    : [
        `<rss version="2.0">`,
        `<channel>`,
        `<title>${self}</title>`,
        `<link>${page}</link>`,
        `<description>${self}</description>`,
        `</channel>`,
        `</rss>`,
      ];
  return ['<?xml version="1.0" encoding="utf-8"?>', ...lines, ''].join('\n');
}

/** Takes readers to the list above one that has emptied. */
export function answerPage(to: string, site: Site): string {
  const address = escapeHtml(absoluteUrl(to, site));
  const language = site.languages.find((each) => to.startsWith(`/${each}/`)) ?? defaultLanguage(site);
  return [
    `<!doctype html>`,
    `<html lang="${language}">`,
    `<head>`,
    `<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${address}</title>`,
    `<meta name="robots" content="noindex">`,
    `<meta http-equiv="refresh" content="0; url=${escapeHtml(to)}">`,
    `<link rel="canonical" href="${address}">`,
    `</head>`,
    `<body><p><a href="${escapeHtml(to)}">${address}</a></p></body>`,
    `</html>`,
    '',
  ].join('\n');
}
