/** What publishing itself puts on the site: which edition it is, and pages in place of lists that have emptied. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { escapeHtml } from '../content/blocks/markup.ts';
import { defaultLanguage } from '../content/names.ts';
import type { Site } from '../content/site.ts';
import { absoluteUrl } from '../content/urls.ts';
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
