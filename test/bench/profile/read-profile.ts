/** A CPU profile as Node writes it (`--cpu-prof`), as seconds by stage and by function. */
import { fileURLToPath } from 'node:url';
import { type Called, stageOf } from './stages.ts';

type ProfileNode = { id: number; callFrame: { functionName: string; url: string }; children?: number[] };

/** Times in microseconds; `samples` names the node that ran from each one on. */
export type CpuProfile = { nodes: ProfileNode[]; samples: number[]; timeDeltas: number[] };

export type StageTime = {
  stage: string;
  seconds: number /** Those with most time of their own, longest first. */;
  functions: FunctionTime[];
};
type FunctionTime = { name: string; seconds: number };

const nowhere = 'other';

/** Stages, longest first; several profiles are those of several threads. */
export function readProfile(profiles: readonly CpuProfile[]): StageTime[] {
  const stages = new Map<string, Map<string, number>>();
  for (const profile of profiles) addProfile(stages, profile);
  return [...stages].map(([stage, functions]) => timeOf(stage, functions)).sort(byTime);
}

function addProfile(stages: Map<string, Map<string, number>>, profile: CpuProfile): void {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const own = ownSeconds(profile);
  const add = (node: ProfileNode, caller: string) => {
    const called = calledAt(node);
    const stage = stageOf(called, caller);
    const functions = stages.get(stage) ?? new Map<string, number>();
    const name = `${called.name || '(anonymous)'} ${shortFile(called.file)}`.trim();
    functions.set(name, (functions.get(name) ?? 0) + (own.get(node.id) ?? 0));
    stages.set(stage, functions);
    for (const id of node.children ?? []) add(nodes.get(id) as ProfileNode, stage);
  };
  const root = profile.nodes[0];
  if (root) add(root, nowhere);
}

function timeOf(stage: string, functions: ReadonlyMap<string, number>): StageTime {
  const times = [...functions].map(([name, seconds]) => ({ name, seconds })).sort(byTime);
  return { stage, seconds: times.reduce((sum, { seconds }) => sum + seconds, 0), functions: times };
}

function byTime(a: { seconds: number }, b: { seconds: number }): number {
  return b.seconds - a.seconds;
}

function ownSeconds({ samples, timeDeltas }: CpuProfile): Map<number, number> {
  const own = new Map<number, number>();
  samples.forEach((id, index) => {
    own.set(id, (own.get(id) ?? 0) + (timeDeltas[index + 1] ?? 0) / 1e6);
  });
  return own;
}

function calledAt({ callFrame: { functionName: name, url } }: ProfileNode): Called {
  return { name, file: url.startsWith('file:') ? fileURLToPath(url.split('?')[0] ?? '') : url };
}

/** `src/content/paths.ts`, `yaml/dist/compose/composer.js`. */
function shortFile(file: string): string {
  return file.replace(/^.*\/node_modules\//, '').replace(/^.*\/((src|layouts)\/)/, '$1');
}
