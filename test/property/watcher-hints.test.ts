/**
 * The property: whoever watches the files and says which changed gets what a build of everything from nothing gives, byte for
 * byte, whatever happens to the files and to git. A hint that is missed is planted, or this would be no proof.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isFault } from '../../src/problem.ts';
import { keepRepositories } from '../../src/source/git-source.ts';
import { Random } from '../fuzz/random.ts';
import { articleText, Newsroom, treeOf } from '../support/newsroom.ts';
import { jpeg } from '../support/pictures.ts';

const isLong = process.env.BROADSHEET_TEST === 'long';
const seed = Number(process.env.BROADSHEET_SEED ?? (isLong ? Math.floor(Math.random() * 2 ** 31) : 4));
const days = ['21', '22', '23'];
const names = ['ferry', 'storm'];
const months = ['articles/2015/11', 'articles/2015/10'] as const;

// As the process has it that builds for windows.
keepRepositories();

/** What a watcher says of an edit: paths below the content folder; undefined: git has changed its index. */
type Hint = readonly string[] | undefined;

class Desk {
  readonly room = new Newsroom();
  readonly #random: Random;
  readonly #isMissed: (edit: string) => boolean;
  #edits = 0;

  constructor(random: Random, isMissed: (edit: string) => boolean) {
    this.#random = random;
    this.#isMissed = isMissed;
    for (const day of days) this.room.write({ [`${months[0]}/${day}/ferry.md`]: this.#story(months[0], day) });
    this.room.commit();
  }

  #story(month: string, day: string, fields: Record<string, unknown> = {}): string {
    const date = `${month.slice(-7).replace('/', '-')}-${day} 09:30`;
    this.#edits += 1;
    return articleText({ title: `Story ${this.#edits}`, date, ...fields });
  }

  /** One at random, and what a watcher says of it. */
  edit(): Hint {
    const random = this.#random;
    const [month, day, name] = [random.pick(months), random.pick(days), random.pick(names)];
    const [folder, path] = [`${month}/${day}`, `${month}/${day}/${name}.md`];
    const picture = `${folder}/${name}/sea.jpg`;
    const edits: Record<string, () => Hint> = {
      save: () => this.#write(path, this.#story(month, day, random.chance(0.3) ? { draft: true } : {})),
      fault: () => this.#write(path, this.#story(month, day, { authors: ['nobody'] })),
      'save with a picture': () => [
        ...this.#write(picture, Buffer.concat([jpeg, Buffer.from([random.int(0, 3)])])),
        ...this.#write(path, this.#story(month, day, { image: { file: 'sea.jpg', alt: 'The sea' } })),
      ],
      'replace a picture': () => {
        if (!this.#has(picture)) return [];
        return this.#write(picture, Buffer.concat([jpeg, Buffer.from([random.int(0, 3)])]));
      },
      remove: () => this.#remove(path),
      'remove a folder': () => this.#remove(folder),
      'rename a folder': () => {
        const to = `${folder}-away`;
        if (!this.#has(folder)) return [];
        renameSync(join(this.room.content, folder), join(this.room.folder, 'away'));
        rmSync(join(this.room.folder, 'away'), { recursive: true });
        return [folder, to];
      },
      revert: () => {
        if (this.room.git('ls-files', `content/${path}`) === '') return [];
        this.room.git('restore', `content/${path}`);
        return [path];
      },
      hide: () => this.#write('articles/.gitignore', random.pick(['ferry.md\n', 'storm.md\n', '*.jpg\n', ''])),
      commit: () => {
        this.room.commit();
        return random.chance(0.5) ? undefined : []; // no watcher sees all that git does
      },
      'commit undone': () => {
        if (this.room.git('rev-list', '--count', 'HEAD') === '1') return [];
        this.room.git('reset', '--quiet', '--soft', 'HEAD~1');
        return [];
      },
      stash: () => {
        this.room.git('stash', '--quiet');
        return undefined;
      },
    };
    const [what, act] = random.pick([...Object.entries(edits), ...Array(8).fill(['save', edits.save])]);
    const hint = act();
    return this.#isMissed(what) ? [] : hint;
  }

  /** After a build that was refused: every story is as it should be, and none is hidden. */
  mend(): void {
    if (this.#has('articles/.gitignore')) this.#write('articles/.gitignore', '');
    for (const month of months)
      for (const day of days)
        for (const name of names)
          if (this.#has(`${month}/${day}/${name}.md`))
            this.#write(`${month}/${day}/${name}.md`, this.#story(month, day));
  }

  #has(path: string): boolean {
    return existsSync(join(this.room.content, path));
  }

  #write(path: string, text: string | Uint8Array): string[] {
    this.room.write({ [path]: text });
    return [path];
  }

  #remove(path: string): string[] {
    if (!this.#has(path)) return [];
    this.room.remove(path);
    return [path];
  }
}

type Life = { seed: number; steps: number; isMissed?: (edit: string) => boolean };

/** Says what differed, and how many builds were helped by hints. */
async function live({ seed, steps, isMissed = () => false }: Life): Promise<{ differing: string[]; helped: number }> {
  const random = new Random(seed);
  const desk = new Desk(random, isMissed);
  const { room } = desk;
  let touched: Set<string> | undefined;
  let helped = 0;
  try {
    for (let step = 0; step < steps; step += 1) {
      for (const hint of random.some(1, 3, () => desk.edit())) {
        if (hint === undefined) touched = undefined;
        for (const path of hint ?? []) touched?.add(path);
      }
      // With nothing said, `touched` is as good as the place of a file that is as it was.
      const said = touched && [...touched, 'site.yaml'];
      const report = await room.build({ isPreview: true, touched: said });
      const isRefused = report.problems.some(isFault);
      const [out, before] = [join(room.folder, 'dist-clean'), treeOf(room.out)];
      rmSync(out, { recursive: true, force: true });
      // By another name: what is known of the folder from build to build is not known of it.
      const content = `${room.content}/`;
      const clean = await room.build({ isPreview: true, content, out, cache: undefined });
      const codes = (problems: typeof report.problems) =>
        problems.filter(isFault).map(({ code, file }) => `${code} ${file}`);
      const told = codes(report.problems).join() === codes(clean.problems).join() ? [] : [`step ${step}: Problems`];
      const wanted = treeOf(out);
      for (const tree of [before, wanted]) tree.delete('.edition');
      const paths = isRefused ? [] : [...new Set([...before.keys(), ...wanted.keys()])];
      const differing = [...told, ...paths.filter((path) => before.get(path) !== wanted.get(path))];
      if (differing.length > 0) return { differing: [`step ${step}`, ...differing], helped };
      if (said && !isRefused) helped += 1;
      touched = isRefused ? undefined : new Set();
      if (isRefused) desk.mend();
    }
    return { differing: [], helped };
  } finally {
    room.dispose();
  }
}

const timeout = isLong ? 3_600_000 : 300_000;

test(`a build that is told what changed equals one from nothing (seed ${seed})`, { timeout }, async () => {
  let helped = 0;
  for (let each = 0; each < (isLong ? 12 : 1); each += 1) {
    const life = await live({ seed: seed + each, steps: isLong ? 40 : 10 });
    expect(life.differing, `seed ${seed + each}`).toEqual([]);
    helped += life.helped;
  }
  expect(helped).toBeGreaterThan(3);
});

test('a hint that is missed is caught', async () => {
  const { differing } = await live({ seed, steps: 12, isMissed: (edit) => edit === 'save' });
  expect(differing.length).toBeGreaterThan(1);
});
