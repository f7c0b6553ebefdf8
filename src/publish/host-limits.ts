/**
 * What pages hosts take of a site, as their documentation says it: files, bytes, and rules of `_redirects`. From nine tenths of
 * a limit on it is told, so that there is time to choose another plan, another host, or less; beyond it nothing is made for the
 * host, which would refuse it. Of rules there are never more than it takes: for the others their pages lead on.
 */
import type { Problem } from '../problem.ts';

export const hosts = ['cloudflare', 'cloudflare-paid', 'netlify', 'github', 'gitlab'] as const;

export type Host = (typeof hosts)[number];

/** What can be counted or weighed of a site, and of the redirects that it has; sizes in bytes. */
export type Measures = {
  files: number;
  /** Files and folders. */
  entries: number;
  bytes: number;
  largestFile: { path: string; bytes: number };
  /** Rules of `_redirects`, if the host took all. */
  redirects: number;
  redirectBytes: number;
};

type Measured = Exclude<keyof Measures, 'largestFile'> | 'fileBytes';

/** `source`: where the host says so, read on `read`. `isAdvised`: it takes more, and advises against it. */
export type Limit = { of: Measured; most: number; source: string; read: string; isAdvised?: boolean };

const read = '2026-11-26';
const mebibyte = 1024 ** 2;
const gibibyte = 1024 ** 3;

const cloudflareFiles = 'https://developers.cloudflare.com/pages/platform/limits/';
const cloudflareRedirects = 'https://developers.cloudflare.com/pages/configuration/redirects/';
const gitlabRedirects = 'https://docs.gitlab.com/user/project/pages/redirects/';
const gitlabSizes = 'https://docs.gitlab.com/user/gitlab_com/#gitlab-pages';

const ofCloudflare: readonly Limit[] = [
  { of: 'fileBytes', most: 25 * mebibyte, source: cloudflareFiles, read },
  { of: 'redirects', most: 2000, source: cloudflareRedirects, read },
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

/** `file`: how Problems name the folder of the site. Advice near a limit, a fault beyond it; advice alone where that leaves out nothing but rules. */
export function limitProblems(measures: Measures, host: Host, file = 'dist'): Problem[] {
  return hostLimits[host].flatMap((limit): Problem[] => {
    const has = measured(measures, limit.of);
    if (has < limit.most * told) return [];
    const isBeyond = has > limit.most;
    const isFault = isBeyond && !limit.isAdvised && !isOfRules(limit);
    return [
      {
        code: isBeyond ? 'publish/beyond-limit' : 'publish/near-limit',
        ...(isFault ? {} : { weight: 'advice' as const }),
        file: limit.of === 'fileBytes' ? `${file}/${measures.largestFile.path}` : file,
        what: `${said(limit.of, has)}, and ${names[host]} ${limit.isAdvised ? 'advises at most' : 'takes at most'} ${amount(limit.of, limit.most)} (${limit.source}, read on ${limit.read}).`,
        fix: `${fixes[limit.of]} ${isFault ? refused : isBeyond && !limit.isAdvised ? leftOut : inTime}`,
      },
    ];
  });
}

const refused = 'Nothing is made for the host until then, and readers have the site as it was.';
const leftOut = 'The rules that it does not take are left out.';
const inTime = 'There is time yet: everything goes out as it is.';

/** How many rules a host takes, and in how many bytes. */
export function roomForRules(host: Host): { rules: number; bytes: number } {
  const most = (of: Measured) =>
    hostLimits[host].find((limit) => limit.of === of && !limit.isAdvised)?.most ?? Number.POSITIVE_INFINITY;
  return { rules: most('redirects'), bytes: most('redirectBytes') };
}

function isOfRules({ of }: Limit): boolean {
  return of === 'redirects' || of === 'redirectBytes';
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
      return `The old addresses are ${much}`;
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
};

function amount(of: Measured, number: number): string {
  const value = units[of] === 'MiB' ? number / mebibyte : number;
  return `${value.toLocaleString('en', { maximumFractionDigits: 1 })} ${units[of]}`;
}

const larger = 'Choose a larger plan, or a server of your own, which has no such limit.';
const pagesLeadOn =
  'Each old address without a rule has a page that leads on; a server of your own answers all of them with 301.';

const fixes: Readonly<Record<Measured, string>> = {
  files: larger,
  entries: larger,
  bytes: larger,
  fileBytes: 'Make it smaller, or put it on a service for large files and link to it there.',
  redirects: pagesLeadOn,
  redirectBytes: pagesLeadOn,
};
