/** The engine as a newsroom has it, with what that has of its own; what each kind of route is made of is worked out when it is asked. */
import { ownFolders } from '../own/own-files.ts';
import { fingerprintEngine } from '../sync/engine.ts';
import type { Engine } from '../sync/sync.ts';

/** Of a process that ends where code changes. */
let kept: Map<string, Engine> | undefined;

export function keepEngines(): void {
  kept ??= new Map();
}

export function engineOf(newsroom: string): Engine {
  const engine = kept?.get(newsroom) ?? asItIs(newsroom);
  kept?.set(newsroom, engine);
  return engine;
}

function asItIs(newsroom: string): Engine {
  const own = ownFolders(newsroom);
  const { program, ...engine } = fingerprintEngine(own);
  return {
    ...engine,
    async looks() {
      const { looksOf } = await import('../render/looks.ts');
      return { program, ...looksOf(own) };
    },
  };
}
