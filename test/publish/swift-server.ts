/** A real object store for as long as a test: OpenStack Swift, as Debian has it, with its S3 door, on ports of this machine. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { answers, freePort } from './nginx-server.ts';

export const swiftKeys = { AWS_ACCESS_KEY_ID: 'test:tester', AWS_SECRET_ACCESS_KEY: 'testing' };

const rings = ['account', 'container', 'object'] as const;
const filters = 'catch_errors gatekeeper healthcheck cache listing_formats bulk s3api tempauth slo dlo symlink'.split(
  ' ',
);

/** Its address. */
export async function startSwift(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'swift-'));
  const children: ChildProcess[] = [];
  onTestFinished(async () => {
    const running = children.filter(({ exitCode }) => exitCode === null);
    const ends = running.map((child) => once(child, 'exit'));
    for (const child of running) child.kill('SIGKILL');
    await Promise.all(ends);
    rmSync(folder, { recursive: true, force: true });
  });
  const start = (command: string, args: readonly string[]) =>
    children.push(spawn(command, args, { stdio: 'ignore', cwd: folder }));
  mkdirSync(join(folder, 'devices/d1'), { recursive: true });
  writeFileSync(
    join(folder, 'swift.conf'),
    '[swift-hash]\nswift_hash_path_suffix = a\nswift_hash_path_prefix = b\n[storage-policy:0]\nname = p0\ndefault = yes\n',
  );
  const numbers = [...rings, 'proxy', 'memory'].map(async (name) => [name, await freePort()] as const);
  const ports = new Map(await Promise.all(numbers));
  const portOf = (name: string) => ports.get(name) ?? 0;
  for (const ring of rings) {
    const port = portOf(ring);
    writeRing(folder, ring, port);
    writeFileSync(join(folder, `${ring}.conf`), serverOf(folder, ring, port));
    start('/usr/bin/python3', [`/usr/bin/swift-${ring}-server`, join(folder, `${ring}.conf`)]);
  }
  const [port, memory] = [portOf('proxy'), portOf('memory')];
  start('memcached', ['-u', userInfo().username, '-l', '127.0.0.1', '-p', String(memory), '-m', '32']);
  writeFileSync(join(folder, 'proxy.conf'), proxyOf(folder, port, memory));
  start('/usr/bin/python3', ['/usr/bin/swift-proxy-server', join(folder, 'proxy.conf')]);
  const address = `http://127.0.0.1:${port}`;
  const isUp = async () => (await Promise.all([...ports.values()].map(answers))).every(Boolean);
  while (!(await isUp())) {
    const dead = children.find(({ exitCode }) => exitCode !== null);
    if (dead) throw new Error(`A part of Swift ended: ${dead.spawnargs.join(' ')}`);
    await setTimeout(100);
  }
  return address;
}

function writeRing(folder: string, ring: string, port: number): void {
  const file = join(folder, `${ring}.builder`);
  const device = [`r1z1-127.0.0.1:${port}/d1`, '1'];
  for (const args of [['create', '4', '1', '1'], ['add', ...device], ['rebalance']])
    spawnSync('swift-ring-builder', [file, ...args]);
  readFileSync(join(folder, `${ring}.ring.gz`));
}

function common(folder: string, port: number): string {
  return `[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${port}
workers = 0
user = ${userInfo().username}
swift_dir = ${folder}
log_address = ${folder}/no-log
`;
}

function serverOf(folder: string, ring: string, port: number): string {
  return `${common(folder, port)}devices = ${folder}/devices
mount_check = false
disable_fallocate = true
[pipeline:main]
pipeline = ${ring}-server
[app:${ring}-server]
use = egg:swift#${ring}
`;
}

function proxyOf(folder: string, port: number, memory: number): string {
  const plain = filters.filter((name) => !['cache', 's3api', 'tempauth'].includes(name));
  return `${common(folder, port)}[pipeline:main]
pipeline = ${filters.join(' ')} proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
allow_account_management = true
[filter:s3api]
use = egg:swift#s3api
location = us-east-1
s3_acl = false
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = testing .admin http://127.0.0.1:${port}/v1/AUTH_test
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:${memory}
${plain.map((name) => `[filter:${name}]\nuse = egg:swift#${name}\n`).join('')}`;
}
