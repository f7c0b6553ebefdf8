/** How large content may be: more than any story, and small enough to be read in a moment. */
import type { Problem } from '../problem.ts';

const kibibyte = 1024;

/** In KiB: the text of a Markdown file, its front matter, and a file of YAML. */
const most = { text: 1024, 'front matter': 64, file: 1024 } as const;

const remedies: Record<keyof typeof most, string> = {
  text: 'Divide it into several stories.',
  'front matter': 'Shorten it; the story itself belongs below the second ---.',
  file: 'Shorten it.',
};

/** The Problem of a part that is larger than it may be, before anything in it is read. */
export function sizeProblem(part: keyof typeof most, bytes: number, file: string, line?: number): Problem | undefined {
  if (bytes <= most[part] * kibibyte) return undefined;
  const shown = (kibibytes: number) => kibibytes.toLocaleString('en');
  return {
    code: 'content/too-large',
    file,
    ...(line === undefined ? {} : { line, column: 1 }),
    what: `The ${part} is ${shown(Math.ceil(bytes / kibibyte))} KiB long; the most is ${shown(most[part])}.`,
    fix: remedies[part],
  };
}

/** In MiB: hosts refuse more (https://developers.cloudflare.com/pages/platform/limits/). */
const mostHosted = 25;

/** Of a file that goes out as it is. */
export function largeAdvice(file: string, bytes: number): Problem[] {
  if (bytes <= mostHosted * kibibyte ** 2) return [];
  return [
    {
      code: 'content/large-file',
      weight: 'advice',
      file,
      what: `This file has ${Math.ceil(bytes / kibibyte ** 2).toLocaleString('en')} MiB, and some hosts take no file of more than ${mostHosted}.`,
      fix: 'Make it smaller, or put it on a host for large files and link to it there.',
    },
  ];
}

/** The same of a whole Markdown file, which is not even decoded: its parts cannot both be as small as they may be. */
export function markdownSizeProblem({ length }: Uint8Array, file: string): Problem | undefined {
  const fences = kibibyte;
  const rest = length - most['front matter'] * kibibyte - fences;
  return sizeProblem('text', rest, file) && sizeProblem('text', length, file);
}
