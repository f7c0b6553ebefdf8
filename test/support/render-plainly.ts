/** What a thread of a test renders with: the kind and the props of a route as text. Some headlines make it fail. */
import type { PageRenderer } from '../../src/render/eleventy.ts';
import { type Failure, RenderFailure } from '../../src/render/failures.ts';
import { onFailingDisk } from './failing-disk.ts';

export const headlines = {
  failing: 'This layout fails',
  endless: 'This layout takes all memory',
  full: 'The disk is full from here on',
};

export const render: PageRenderer = async (routes, _site, { onRoute }) => {
  const failures: Failure[] = [];
  const texts = new Map<string, string>();
  for (const { url, kind, props } of routes) {
    onRoute?.(url);
    const text = `${kind} ${JSON.stringify(props)}\n`;
    if (kind === 'article' && text.includes(headlines.failing)) failures.push({ url, error: new Error('It failed') });
    if (kind === 'article' && text.includes(headlines.endless)) takeAllMemory();
    if (text.includes(headlines.full)) fillDisk();
    texts.set(url, text);
  }
  if (failures.length > 0) throw new RenderFailure(failures);
  return texts;
};

function takeAllMemory(): never {
  const kept: string[][] = [];
  for (;;) kept.push(Array.from({ length: 10_000 }, (_, index) => `${kept.length} ${index}`));
}

function fillDisk(): void {
  const isPage = (path: string) => path.endsWith('index.html');
  void onFailingDisk({ code: 'ENOSPC', of: ['renameSync'], at: isPage }, () => new Promise(() => {}));
}
