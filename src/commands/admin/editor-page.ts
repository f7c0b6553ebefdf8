/**
 * The page of the editor: Sveltia CMS as its package has it, told its configuration and the blocks of stories, and signed in
 * by the token of this page. Its policy lets it ask this server alone.
 */
import { jsonInHtml } from '../../../layouts/json-in-html.ts';
import { escapeHtml } from '../../content/blocks/markup.ts';
import { type EditorBlock, insideField } from '../../desk/editor/blocks.ts';
import { hashOf } from '../../render/page-policy.ts';
import type { Answer } from '../local-answers.ts';
import { editorModules, editorPackage } from './editor-files.ts';

export type EditorPage = {
  title: string;
  /** Without the addresses of this server, which only the browser knows as they are from outside. */
  configuration: Record<string, unknown>;
  blocks: readonly EditorBlock[];
  token: string;
  /** Below which its API answers: `/.admin/api`. */
  api: string;
};

export function editorPage(page: EditorPage): Answer {
  const map = jsonInHtml({ imports: editorModules() });
  const code = startScript(page);
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${hashOf(map)} ${hashOf(code)}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    "connect-src 'self' blob: data:",
    "worker-src 'self' blob:",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
    },
    body: pageOf(page.title, map, code),
  };
}

/** Of a folder of its own, where somebody else’s API is asked. `base`: below which its files are, from its own address. */
export function editorPageElsewhere(page: Omit<EditorPage, 'token' | 'api'>, base: string): string {
  return pageOf(page.title, jsonInHtml({ imports: editorModules(base) }), withBlocks(page));
}

function pageOf(title: string, map: string, code: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<script type="importmap">${map}</script>
<script type="module">${code}</script>
</head><body><noscript>The editor needs a browser with scripts.</noscript></body></html>
`;
}

/** Browsers know this as their word for being signed in; the token is no other page’s. */
const userKey = 'sveltia-cms.user';

function startScript({ token, api, ...page }: EditorPage): string {
  const begin = `const { token, tokenHeader, api, userKey, tooMuch } = ${jsonInHtml({ token, tokenHeader, api, userKey, tooMuch })};
${asking}
localStorage.setItem(userKey, JSON.stringify({ backendName: configuration.backend.name, token }));
const site = location.origin;
configuration.backend.api_root = site + api + '/v4';
configuration.backend.base_url = site;
configuration.site_url = site;
`;
  return withBlocks(page, begin);
}

/** `begin`: what is done before it begins, with the `configuration`. */
function withBlocks({ configuration, blocks }: Pick<EditorPage, 'configuration' | 'blocks'>, begin = ''): string {
  return `import CMS from ${JSON.stringify(editorPackage)};
const { configuration, blocks, insideField } = ${jsonInHtml({ configuration, blocks, insideField })};
${blockSyntax}
${begin}for (const { name, label, fields } of blocks)
  CMS.registerEditorComponent({ id: name, label, fields, ...syntaxOf(name, fields, insideField) });
CMS.init({ config: configuration });
`;
}

/** A proxy may say no more of it than a number. */
export const tooMuch =
  'Nothing was saved: this is more than the server takes at once. Save with fewer pictures, or with smaller ones. What you wrote is still here.';

/** In which its page says which it is; its `Authorization` is for the proxy that may be in front of this server. */
export const tokenHeader = 'x-editor-token';

/**
 * What the page does about each request to its API. Sveltia CMS says of what is refused that it failed: the server’s sentence says what,
 * where, and what to do, and stays until it is read.
 */
const asking = `const ask = globalThis.fetch;
const told = [401, 403, 409, 413, 422, 500];
globalThis.fetch = async (asked, options = {}) => {
  const url = new URL(asked.url ?? asked, location.href);
  if (url.origin !== location.origin || !url.pathname.startsWith(api)) return ask(asked, options);
  const headers = new Headers(options.headers);
  headers.delete('authorization');
  headers.set(tokenHeader, token);
  const isLooking = (options.method ?? 'GET') === 'GET';
  const answer = await ask(asked, { ...options, headers }).catch(() => {
    const unreached = 'The server cannot be reached. What you wrote is still here: try again.';
    tell(unreached, isLooking);
    throw new TypeError(unreached);
  });
  if (told.includes(answer.status)) {
    const { message } = await answer.clone().json().catch(() => ({}));
    const unread = answer.status === 413 ? tooMuch : 'The server answered nothing that can be read. What you wrote is still here: try again.';
    tell(message ?? unread, isLooking);
  }
  return answer;
};
let toldLast = '';
async function tell(sentence, isLooking) {
  // Of a save Sveltia CMS says it itself, a moment later.
  await new Promise((resolve) => setTimeout(resolve, 500));
  if (document.body.innerText.includes(sentence)) return;
  // Sveltia CMS looks every now and then what others have saved: nobody is told twice of that.
  if (isLooking && sentence === toldLast) return;
  toldLast = sentence;
  const [dialog, text, close] = ['dialog', 'p', 'button'].map((name) => document.createElement(name));
  dialog.id = 'refusal';
  dialog.style.cssText = 'max-inline-size: 40rem; padding: 1.5rem; border: 2px solid; border-radius: .5rem; color: CanvasText; background: Canvas; color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; user-select: text';
  text.style.cssText = 'margin: 0 0 1rem; overflow-wrap: anywhere';
  text.id = 'refusal-told';
  text.textContent = sentence;
  close.textContent = 'Close';
  close.style.cssText = 'padding: .5rem 1rem; font: inherit; color: inherit; background: transparent; border: 1px solid; border-radius: .25rem; cursor: pointer';
  close.onclick = () => dialog.close();
  dialog.setAttribute('aria-labelledby', text.id);
  dialog.onclose = () => dialog.remove();
  document.querySelector('#refusal')?.remove();
  dialog.append(text, close);
  document.body.append(dialog);
  dialog.showModal();
}`;

/** How a block is read and written, as code for browsers: nothing is lost that no field has, as an attribute of another version. */
export const blockSyntax = `const syntaxOf = (name, fields, insideField) => ({
  pattern: new RegExp('^(:{3,}) *' + name + '(?: *\\\\{(?<head>[^\\\\n]*)\\\\})? *\\\\n(?<inside>(?:(?!:{3})[^\\\\n]*\\\\n)*?)\\\\1 *$', 'm'),
  fromBlock({ groups: { head = '', inside = '' } }) {
    const written = [...head.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]);
    return { ...Object.fromEntries(written), [insideField]: inside.trim() };
  },
  toPreview: () => '',
  toBlock(values) {
    const known = new Set(fields.map((field) => field.name));
    const keys = [...known, ...Object.keys(values).filter((key) => !known.has(key) && /^[a-z]+$/.test(key))];
    const head = keys
      .filter((key) => key !== insideField && typeof values[key] === 'string' && values[key] !== '')
      .map((key) => key + '="' + values[key].replaceAll('"', '”').replace(/\\s+/g, ' ') + '"');
    const inside = (values[insideField] ?? '').trim();
    return '::: ' + name + (head.length === 0 ? '' : ' {' + head.join(' ') + '}') + '\\n' + (inside === '' ? '' : inside + '\\n') + ':::';
  },
});`;
