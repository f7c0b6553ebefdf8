/**
 * The programs of the system that tests run. As root on Debian what is missing is installed, and said; a person
 * at a terminal is asked first. Elsewhere the run stops before the first test and names the one command.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline/promises';

type Need = {
  /** Its name where nothing else is said. */
  package: string;
  /** By the program that installs packages, where it is called otherwise. */
  elsewhere?: Record<string, string>;
  /** Any of these will do. */
  binaries: readonly string[];
  why: string;
  /** By the long tests alone. */
  isForLong?: true;
  /** What of it would run on by itself. */
  service?: string;
};

/** What the system must have. */
const needed: readonly Need[] = [
  { package: 'git', binaries: ['git'], why: 'the tests publish from repositories that they make' },
  { package: 'git-lfs', binaries: ['git-lfs'], why: 'a picture in Git LFS is read through it', isForLong: true },
  {
    package: 'libxml2-utils',
    elsewhere: { dnf: 'libxml2', pacman: 'libxml2', zypper: 'libxml2-tools', brew: 'libxml2' },
    binaries: ['xmllint'],
    why: 'it checks every feed and sitemap',
  },
  {
    package: 'chromium',
    binaries: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    why: 'pages are looked at as readers see them',
  },
  {
    package: 'default-jre-headless',
    elsewhere: {
      dnf: 'java-latest-openjdk-headless',
      apk: 'openjdk21-jre-headless',
      pacman: 'jre-openjdk-headless',
      zypper: 'java-21-openjdk-headless',
      brew: 'openjdk',
    },
    binaries: ['java'],
    why: 'the Nu HTML checker runs on it',
  },
  {
    package: 'nginx',
    binaries: ['nginx'],
    why: 'the tests ask a server for what was published',
    service: 'nginx',
  },
  ...['swift-proxy', 'swift-account', 'swift-container', 'swift-object'].map(
    (name): Need => ({
      package: name,
      binaries: [`${name}-server`],
      why: 'it is a part of the object store that the tests publish to',
      isForLong: true,
      service: name,
    }),
  ),
  {
    package: 'memcached',
    binaries: ['memcached'],
    why: 'that store remembers who may ask it there',
    isForLong: true,
    service: 'memcached',
  },
  { package: 'strace', binaries: ['strace'], why: 'it counts what a publish touches on the disk', isForLong: true },
  {
    package: 'wrk',
    binaries: ['wrk'],
    why: 'it asks the server for pages while others are published',
    isForLong: true,
  },
  {
    package: 'openssh-server',
    elsewhere: { pacman: 'openssh', zypper: 'openssh', brew: 'openssh' },
    binaries: ['sshd'],
    why: 'the tests publish through it',
    isForLong: true,
    service: 'ssh',
  },
  { package: 'openssl', binaries: ['openssl'], why: 'it makes certificates for that server' },
];

/** Where servers are, which the PATH of a person who is not root may lack. */
const foldersOfServers = ['/usr/sbin', '/usr/local/sbin'];

/** Debian asks it whether a service may start (invoke-rc.d(8)); 101 is no. */
const servicePolicy = '/usr/sbin/policy-rc.d';

/** How a person installs packages, by the program that does it. */
const installers = [
  ['apt-get', 'sudo apt-get update && sudo apt-get install --yes'],
  ['dnf', 'sudo dnf install --assumeyes'],
  ['apk', 'sudo apk add'],
  ['pacman', 'sudo pacman -S --noconfirm'],
  ['zypper', 'sudo zypper --non-interactive install'],
  ['brew', 'brew install'],
] as const;

/** Ends the process with exit code 3 if something is missing and stays so. */
export async function installWhatIsMissing(isLong: boolean): Promise<void> {
  const missing = needed.filter((need) => (isLong || !need.isForLong) && !isThere(need));
  if (missing.length === 0) return;
  for (const { binaries, why } of missing) console.error(`The system has no ${binaries[0]}: ${why}.`);
  if (isRootOnDebian() && (await isWelcome(missing))) {
    install(missing);
    if (missing.every(isThere)) return;
    console.error('Installing did not help. No test was run.');
    process.exit(3);
  }
  const [program = '', command = 'install'] = installers.find(([name]) => isInstalled(name)) ?? [];
  const packages = missing.map((need) => need.elsewhere?.[program] ?? need.package);
  console.error(`No test was run. Run this, then the tests again:\n  ${command} ${packages.join(' ')}`);
  process.exit(3);
}

function isRootOnDebian(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

/** Only somebody who sits there can be asked. */
async function isWelcome(missing: readonly Need[]): Promise<boolean> {
  if (process.env.CI || !process.stdin.isTTY || !process.stderr.isTTY) return true;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // Who ends the input has answered too.
  const ended = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
  const question = terminal.question(`Install ${namesOf(missing)} with apt-get? (y/N) `).catch(() => '');
  const answer = await Promise.race([question, ended]);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

function install(missing: readonly Need[]): void {
  console.error(`Installing ${namesOf(missing)} with apt-get.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const packages = missing.map((need) => need.package);
  withoutServices(() => {
    for (const args of [['update'], ['install', '--yes', '--no-install-recommends', ...packages]])
      spawnSync('apt-get', args, { stdio: ['ignore', 'inherit', 'inherit'], env });
    for (const { service } of missing)
      if (service !== undefined) spawnSync('update-rc.d', [service, 'disable'], { stdio: 'ignore' });
  });
}

/** The tests start what they need themselves, on ports of their own: nothing that is installed for them starts now or later. */
function withoutServices(work: () => void): void {
  const isOurs = !existsSync(servicePolicy);
  if (isOurs) writeFileSync(servicePolicy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    work();
  } finally {
    if (isOurs) rmSync(servicePolicy);
  }
}

function namesOf(missing: readonly Need[]): string {
  return missing.map((need) => need.package).join(', ');
}

function isThere({ binaries }: Need): boolean {
  return binaries.some(isInstalled);
}

function isInstalled(binary: string): boolean {
  return [...(process.env.PATH ?? '').split(delimiter), ...foldersOfServers].some((folder) => {
    try {
      accessSync(join(folder, binary), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
