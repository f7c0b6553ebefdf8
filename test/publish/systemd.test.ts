/** The units for a server of one's own: good in the eyes of systemd where it is installed, and of our own everywhere. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { redirectMaps } from '../../src/publish/redirect-maps.ts';
import { systemdUnits } from '../../src/publish/systemd.ts';
import { runHere } from '../support/cli.ts';
import { temporaryFolder } from '../support/folder-contents.ts';

const command = 'npm run --silent broadsheet -- publish --to live --if-due';
const units = systemdUnits({ name: 'live', folder: '/srv/a 100%', newsroom: '/', user: 'root', command });

/** Keys that we write, each with what its value looks like. */
const known: Record<string, Record<string, RegExp>> = {
  Unit: { Description: /./, Wants: /^[\w-]+\.target$/, After: /^[\w-]+\.target$/ },
  Service: { Type: /^oneshot$/, User: /^[\w%-]+$/, WorkingDirectory: /^\//, ExecStart: /^\/\S+ [^$]*$/ },
  Timer: { OnCalendar: /^\*-\*-\* \*:\*:00$/, AccuracySec: /^1s$/ },
  Path: { PathChanged: /^\/(?:[^%]|%%)+$/ },
  Install: { WantedBy: /^[\w-]+\.target$/ },
};

/** What is wrong with units, by our own reading; then by that of systemd, where this machine has it. */
function faultsOf(all: Readonly<Record<string, string>>): string[] {
  const faults: string[] = [];
  for (const [file, text] of Object.entries(all)) {
    let section = '';
    for (const line of text.split('\n').filter((each) => each !== '')) {
      const [, title] = /^\[(\w+)\]$/.exec(line) ?? [];
      const [, key = '', value = ''] = /^(\w+)=(.*)$/.exec(line) ?? [];
      if (title !== undefined) section = title;
      else if (!known[section]?.[key]?.test(value)) faults.push(`${file}: ${line}`);
    }
    const service = file.replace(/\.\w+$/, '.service');
    if (!all[service]?.includes('ExecStart=')) faults.push(`${file} starts nothing`);
    if (!file.endsWith('.service') && !text.includes('WantedBy=')) faults.push(`${file} is never started`);
  }
  return [...faults, ...faultsBySystemd(all)];
}

function faultsBySystemd(all: Readonly<Record<string, string>>): string[] {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'units'));
  for (const [file, text] of Object.entries(all)) writeFileSync(join(folder, 'units', file), text);
  const files = readdirSync(join(folder, 'units')).map((file) => join(folder, 'units', file));
  const { stderr, error } = spawnSync('systemd-analyze', ['verify', '--man=no', ...files], { encoding: 'utf8' });
  if (error) return [];
  // Of other units of this machine it tells too, and of programs that only a server has.
  return stderr.split('\n').filter((line) => /broadsheet-/.test(line) && !/is not executable/.test(line));
}

test('systemd takes the units, which publish each minute and reload nginx for each list of old addresses', () => {
  expect(faultsOf(units)).toEqual([]);
  const paths = Object.values(redirectMaps).map((file) => `PathChanged=/srv/a 100%%/${file}\n`);
  expect(units['broadsheet-nginx-live.path']).toContain(paths.join(''));
  expect(units['broadsheet-publish-live.service']).toContain(`ExecStart=/bin/sh -lc "exec ${command}"\n`);
});

test.each([
  ['a key of another section', 'broadsheet-publish-live.timer', 'OnCalendar=', 'ExecStart='],
  ['a day that is none', 'broadsheet-publish-live.timer', '*-*-* *:*:00', 'each minute'],
  ['a path that is not whole', 'broadsheet-nginx-live.path', 'PathChanged=/', 'PathChanged='],
  ['a sign that is taken for more', 'broadsheet-nginx-live.path', '100%%', '100%'],
  ['nothing to start', 'broadsheet-nginx-live.service', /ExecStart=.*\n/g, ''],
])('%s is seen', (_, file, right, wrong) => {
  const broken = units[file]?.replace(right, wrong) ?? '';
  expect(broken).not.toBe(units[file]);
  expect(faultsOf({ ...units, [file]: broken })).not.toEqual([]);
});

test('the command prints them for a folder, or writes them', async () => {
  const room = temporaryFolder();
  mkdirSync(join(room, 'content'));
  const say = (where: string) => writeFileSync(join(room, 'publish.yaml'), `targets:\n  - {name: live, ${where}}\n`);
  const systemd = (...args: string[]) => runHere(['systemd', '--newsroom', room, '--to', 'live', ...args]);
  say('folder: /srv/paper');
  expect((await systemd()).stdout).toContain('# broadsheet-publish-live.timer\n[Unit]\n');
  const { stdout } = await systemd('--out', 'units');
  expect(stdout).toContain('systemctl enable --now broadsheet-publish-live.timer broadsheet-nginx-live.path');
  expect(readdirSync(join(room, 'units'))).toEqual(Object.keys(units).sort());
  const service = readFileSync(join(room, 'units/broadsheet-publish-live.service'), 'utf8');
  expect(service).toContain(`WorkingDirectory=${room}\n`);
  expect(service).toContain('publish --to live --if-due"\n');
  say('pages: github');
  expect(await systemd()).toMatchObject({ code: 2, stderr: expect.stringContaining('is a pages host') });
});
