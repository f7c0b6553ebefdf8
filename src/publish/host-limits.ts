/**
 * What pages hosts take of a site, as their documentation says it: files, bytes, and rules of `_redirects` and `_headers`.
 * From nine tenths of a limit on it is told, so that there is time to choose another plan, another host, or less; beyond it
 * nothing is published, since a host refuses such a site, or passes over rules without a word.
 */
import type { Problem } from '../problem.ts';

export type Host = 'cloudflare' | 'cloudflare-paid' | 'netlify' | 'github' | 'gitlab';

/** What can be counted or weighed of a site, and of the files that speak to a host; sizes in bytes. */
export type Measures = {
  files: number;
  /** Files and folders. */
  entries: number;
  bytes: number;
  largestFile: { path: string; bytes: number };
  /** Rules of `_redirects` without a placeholder or a star. */
  redirects: number;
  redirectBytes: number;
  headerRules: number;
  longestHeaderLine: number;
};

type Measured = Exclude<keyof Measures, 'largestFile'> | 'fileBytes';

/** `source`: where the host says so, read on `read`. `isAdvised`: it takes more, and advises against it. */
export type Limit = { of: Measured; most: number; source: string; read: string; isAdvised?: boolean };

const read = '2026-11-26';
const mebibyte = 1024 ** 2;
const gibibyte = 1024 ** 3;

const cloudflareFiles = 'https://developers.cloudflare.com/pages/platform/limits/';
const cloudflareRedirects = 'https://developers.cloudflare.com/pages/configuration/redirects/';
const cloudflareHeaders = 'https://developers.cloudflare.com/pages/configuration/headers/';
const gitlabRedirects = 'https://docs.gitlab.com/user/project/pages/redirects/';
const gitlabSizes = 'https://docs.gitlab.com/user/gitlab_com/#gitlab-pages';

const ofCloudflare: readonly Limit[] = [
  { of: 'fileBytes', most: 25 * mebibyte, source: cloudflareFiles, read },
  { of: 'redirects', most: 2000, source: cloudflareRedirects, read },
  { of: 'headerRules', most: 100, source: cloudflareHeaders, read },
  { of: 'longestHeaderLine', most: 2000, source: cloudflareHeaders, read },
];

export const hostLimits: Readonly<Record<Host, readonly Limit[]>> = {
  cloudflare: [{ of: 'files', most: 20_000, source: cloudflareFiles, read }, ...ofCloudflare],
  'cloudflare-paid': [{ of: 'files', most: 100_000, source: cloudflareFiles, read }, ...ofCloudflare],
  netlify: [
    { of: 'redirects', most: 10_000, source: 'https://docs.netlify.com/routing/redirects/', read, isAdvised: true },
  ],
  github: [
    {
      of: 'bytes',
      most: gibibyte,
      source: 'https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits',
      read,
    },
  ],
  gitlab: [
    { of: 'bytes', most: gibibyte, source: gitlabSizes, read },
    { of: 'entries', most: 200_000, source: gitlabSizes, read },
    { of: 'redirects', most: 1000, source: gitlabRedirects, read },
    { of: 'redirectBytes', most: 64 * 1024, source: gitlabRedirects, read },
  ],
};

const names: Readonly<Record<Host, string>> = {
  cloudflare: 'Cloudflare (free plan)',
  'cloudflare-paid': 'Cloudflare (paid plan)',
  netlify: 'Netlify',
  github: 'GitHub Pages',
  gitlab: 'GitLab Pages',
};

/** From this part of a limit on it is told. */
const told = 0.9;

/** `file`: how Problems name the folder of the site. Advice near a limit, a fault beyond it; of advised ones advice alone. */
export function limitProblems(measures: Measures, host: Host, file = 'dist'): Problem[] {
  return hostLimits[host].flatMap((limit): Problem[] => {
    const has = measured(measures, limit.of);
    if (has < limit.most * told) return [];
    const isBeyond = has > limit.most;
    return [
      {
        code: isBeyond ? 'publish/beyond-limit' : 'publish/near-limit',
        ...(isBeyond && !limit.isAdvised ? {} : { weight: 'advice' as const }),
        file: limit.of === 'fileBytes' ? `${file}/${measures.largestFile.path}` : file,
        what: `${said(limit.of, has)}, and ${names[host]} ${limit.isAdvised ? 'advises at most' : 'takes at most'} ${amount(limit.of, limit.most)} (${limit.source}, read on ${limit.read}).`,
        fix: `${fixes[limit.of]} ${isBeyond && !limit.isAdvised ? 'Nothing is published until then, and readers have the site as it was.' : 'There is time yet: everything is published as it is.'}`,
      },
    ];
  });
}

function measured({ largestFile, ...measures }: Measures, of: Measured): number {
  return of === 'fileBytes' ? largestFile.bytes : measures[of];
}

/** `The site has 19,000 files`. */
function said(of: Measured, has: number): string {
  const much = amount(of, has);
  switch (of) {
    case 'fileBytes':
      return `This file has ${much}`;
    case 'redirects':
    case 'redirectBytes':
      return `_redirects has ${much}`;
    case 'headerRules':
      return `_headers has ${much}`;
    case 'longestHeaderLine':
      return `The longest line of _headers has ${much}`;
    default:
      return `The site has ${much}`;
  }
}

const units: Readonly<Record<Measured, string>> = {
  files: 'files',
  entries: 'files and folders',
  bytes: 'MiB',
  fileBytes: 'MiB',
  redirects: 'rules',
  redirectBytes: 'bytes',
  headerRules: 'rules',
  longestHeaderLine: 'characters',
};

function amount(of: Measured, number: number): string {
  const value = units[of] === 'MiB' ? number / mebibyte : number;
  return `${value.toLocaleString('en', { maximumFractionDigits: 1 })} ${units[of]}`;
}

const larger = 'Choose a larger plan, or a server of your own, which has no such limit.';
const fewerRules =
  'Old addresses have pages that lead on in any case: leave out of _redirects those that nobody asks for, or publish to a server of your own.';
const fewerHeaders = 'Put fewer rules into _headers: one for all pages, one for assets and one for feeds are enough.';

const fixes: Readonly<Record<Measured, string>> = {
  files: larger,
  entries: larger,
  bytes: larger,
  fileBytes: 'Make it smaller, or put it on a service for large files and link to it there.',
  redirects: fewerRules,
  redirectBytes: fewerRules,
  headerRules: fewerHeaders,
  longestHeaderLine: fewerHeaders,
};
