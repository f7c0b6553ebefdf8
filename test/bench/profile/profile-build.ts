/** A first build with Node's sampling profiler: where its time goes, by stage. From the source, whose functions have their names. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { measure } from '../measure.ts';
import type { Room } from '../room.ts';
import { type CpuProfile, readProfile, type StageTime } from './read-profile.ts';

const functionsShown = 3;

/** Every thread writes a profile of its own; their times are added up. */
export async function profileBuild(room: Room): Promise<StageTime[]> {
  const place = room.placeNamed('profiled-');
  const profiles = join(room.folder, 'profiles');
  for (const folder of [...Object.values(place), profiles]) rmSync(folder, { recursive: true, force: true });
  const sampling = ['--cpu-prof', '--cpu-prof-dir', profiles];
  const command = [process.execPath, ...sampling, ...room.commandOf(room.engine, place), '--commit', 'HEAD'];
  const { seconds, cpuSeconds, megabytes } = await measure(command);
  const all = readdirSync(profiles).map((name): CpuProfile => JSON.parse(readFileSync(join(profiles, name), 'utf8')));
  const stages = readProfile(all);
  const sum = stages.reduce((total, stage) => total + stage.seconds, 0);
  console.log(
    `first build  ${seconds.toFixed(1)} s  ${cpuSeconds.toFixed(1)} s CPU  ${megabytes} MB, with the profiler`,
  );
  for (const { stage, seconds: own, functions } of stages) {
    const most = functions.slice(0, functionsShown).map(({ name, seconds: each }) => `${name} ${each.toFixed(2)}`);
    const cells = [
      stage.padEnd(30),
      `${own.toFixed(2)} s`.padStart(8),
      `${((100 * own) / sum).toFixed(1)} %`.padStart(7),
    ];
    console.log([...cells, most.join(', ')].join('  '));
  }
  return stages;
}
