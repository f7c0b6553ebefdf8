/**
 * Mistakes of the kind that tracking makes, planted one at a time: each must make the property
 * fail, or the property would not be a proof. Without them the same lives pass, as the test beside this one says.
 */
import { afterEach, expect, test, vi } from 'vitest';
import type { Step } from './check-incremental.ts';
import type { Edit } from './edits.ts';

const reader = '../../src/queries/reader.ts';
const intake = '../../src/sync/intake.ts';
const derive = '../../src/sync/derive.ts';
const hash = '../../src/catalog/hash.ts';
const settle = '../../src/plan/settle.ts';
const recorder = '../../src/queries/recorder.ts';
const endings = '../../src/catalog/tables/endings.ts';
const entries = '../../src/catalog/tables/entries.ts';
const imports = '../../src/render/imports.ts';
const touched = '../../src/catalog/tables/touched.ts';

/** In one of the lives that pass without it. If a mistake is met there no more, another life is to be chosen. */
async function failsIn(life: 'intervals' | 'absences'): Promise<boolean> {
  vi.resetModules();
  const { checkIncremental, fixedLives, fixedSeed } = await import('./check-incremental.ts');
  const { details } = await checkIncremental({ runs: 1, from: fixedLives[life], steps: 25, seed: fixedSeed });
  return (
    details.failed &&
    /against the oracle|a second build|put together has to mend|Problems of the incremental build/.test(
      String(details.errorInstance),
    )
  );
}

/** A life of a commit an edit. */
function committed(edits: readonly Edit[]): Step[] {
  return edits.map((edit) => ({ edits: [edit], how: 'committed', n: 1 }));
}

/** In modules of its own, the mistake in them. */
async function live(edits: readonly Edit[]): Promise<void> {
  vi.resetModules();
  const { checkLife } = await import('./check-incremental.ts');
  await checkLife(committed(edits));
}

const story: Edit = { edit: 'add an article', pick: 3, value: 0, other: 0 };
/** Its picture with a focus, shown until midnight, and the day after. */
const lifeOfPicture: Edit[] = [
  story,
  { edit: 'put a picture', pick: 0, value: 1, other: 0 },
  { edit: 'let time pass', pick: 0, value: 39, other: 0 },
];
/** Its document, whose size it shows, and another in the place of that. */
const lifeOfDocument: Edit[] = [
  story,
  { edit: 'link to a document', pick: 0, value: 0, other: 2 },
  { edit: 'replace a document', pick: 0, value: 7, other: 0 },
];
const lifeOfPublicFile: Edit[] = [
  { edit: 'edit a public file', pick: 0, value: 1, other: 0 },
  { edit: 'edit a public file', pick: 0, value: 2, other: 0 },
];
/** Its author is called something else, somebody pays for it, and readers are warned of its picture. */
const lifeOfStory: Edit[] = [
  story,
  { edit: 'edit an author', pick: 0, value: 1, other: 0 },
  { edit: 'put a picture', pick: 0, value: 1, other: 0 },
  { edit: 'take a sponsor or leave one', pick: 0, value: 1, other: 0 },
  { edit: 'warn of what is in it', pick: 0, value: 1, other: 0 },
];
/** It is withdrawn, and then was published at another hour, which feeds tell with the reason. */
const lifeOfWithdrawal: Edit[] = [
  story,
  { edit: 'withdraw or bring back', pick: 0, value: 0, other: 8 },
  { edit: 'change the time of day', pick: 0, value: 1, other: 0 },
];
/** Stories of one day, the last of which is the earliest: so many that they take two parts of it. */
const lifeOfLongDay: Edit[] = [
  { edit: 'add an article', pick: 2, value: 1, other: 0 },
  { edit: 'add an article', pick: 2, value: 48, other: 1 },
  { edit: 'add an article', pick: 2, value: 64, other: 2 },
  { edit: 'add an article', pick: 2, value: 0, other: 3 },
];
/** Stories of one author in two months, with the last of which a year is too long for a page. */
const lifeOfLongYear: Edit[] = [
  { edit: 'add an article', pick: 1, value: 1, other: 0 },
  { edit: 'add an article', pick: 2, value: 1, other: 0 },
  { edit: 'add an article', pick: 3, value: 1, other: 0 },
  { edit: 'add an article', pick: 2, value: 48, other: 2 },
];

/** An address that ended leads to a story, which readers have an hour later, and then is a notice. */
const lifeOfEnding: Edit[] = [
  { edit: 'turn the clock back', pick: 0, value: 39, other: 0 },
  story,
  { edit: 'end addresses on purpose', pick: 1, value: 0, other: 0 },
  { edit: 'let time pass', pick: 0, value: 39, other: 0 },
  { edit: 'let time pass', pick: 0, value: 39, other: 0 },
  { edit: 'end addresses on purpose', pick: 1, value: 0, other: 1 },
];

const layouts = (pick: number, value: number, other: number): Edit => ({
  edit: 'change the program or its layouts',
  ...{ pick, value, other },
});
/** A note has another text; lists begin to show cards, which then have another; the newsroom's own note comes and goes. */
const lifeOfLayouts: Edit[] = [
  story,
  layouts(7, 4, 5),
  layouts(2, 1, 1),
  layouts(5, 4, 6),
  layouts(9, 4, 7),
  layouts(7, 2, 1),
  layouts(7, 2, 1),
];

test('without a mistake the lives below pass', async () => {
  const { checkLife } = await import('./check-incremental.ts');
  const lives = [
    lifeOfStory,
    lifeOfEnding,
    lifeOfPicture,
    lifeOfDocument,
    lifeOfPublicFile,
    lifeOfWithdrawal,
    lifeOfLongDay,
    lifeOfLongYear,
    lifeOfLayouts,
  ];
  for (const life of lives) await checkLife(committed(life));
});

afterEach(() => {
  for (const mocked of [reader, intake, derive, hash, recorder, settle, endings, entries, imports, touched])
    vi.doUnmock(mocked);
});

test('an interval one entry short is caught', async () => {
  vi.doMock(reader, async (original) => {
    const { Reader } = await original<typeof import('../../src/queries/reader.ts')>();
    return {
      Reader: withWatches(Reader, (watch) => ({
        ...watch,
        lo: isOfArticles(watch) && watch.lo < watch.hi ? watch.lo + 1 : watch.lo,
      })),
    };
  });
  expect(await failsIn('intervals')).toBe(true);
});

test('an absence that is not recorded is caught', async () => {
  vi.doMock(reader, async (original) => {
    const { Reader } = await original<typeof import('../../src/queries/reader.ts')>();
    const { beginning, end } = await import('../../src/catalog/intervals.ts');
    // A scan that found nothing, or ran out, looked at everything to the end; here it forgets so.
    return {
      Reader: withWatches(Reader, (watch) =>
        isOfArticles(watch) && watch.lo === beginning && watch.hi === end ? undefined : watch,
      ),
    };
  });
  expect(await failsIn('absences')).toBe(true);
});

test('an author’s name that is not joined into the stories is caught', async () => {
  vi.doMock(intake, async (original) => {
    const module = await original<typeof import('../../src/sync/intake.ts')>();
    const { spotOf } = await import('../../src/catalog/hash.ts');
    const takeIn: typeof module.takeIn = (catalog, ...rest) => {
      for (const id of ['desk', 'ann', 'bob'])
        catalog.db.run('DELETE FROM ref WHERE target = ?', spotOf(`author:${id}`));
      return module.takeIn(catalog, ...rest);
    };
    return { ...module, takeIn };
  });
  await expect(live(lifeOfStory)).rejects.toThrow(/oracle/);
});

test('feeds that go on to have an expired picture are caught', async () => {
  vi.doMock(reader, async (original) => {
    const { Reader } = await original<typeof import('../../src/queries/reader.ts')>();
    class Forgetful extends Reader {
      readonly #forget: <T>(work: () => T) => T;

      constructor(...[catalog, site]: ConstructorParameters<typeof Reader>) {
        super(catalog, site);
        this.#forget = (work) => {
          const { picture } = catalog;
          catalog.picture = (key) => catalog.pictureOf(catalog.files.keyed(key));
          const done = work();
          catalog.picture = picture;
          return done;
        };
      }

      override newestWithBodies(...asked: Parameters<InstanceType<typeof Reader>['newestWithBodies']>) {
        return this.#forget(() => super.newestWithBodies(...asked));
      }
    }
    return { Reader: Forgetful };
  });
  await expect(live(lifeOfPicture)).rejects.toThrow(/oracle: expected '[a-z/]*feed\.xml: wanted/);
});

test('a card that does not follow the end of a picture is caught', async () => {
  vi.doMock(derive, async (original) => {
    const { standingOf } = await original<typeof import('../../src/sync/derive.ts')>();
    const forgetful: typeof standingOf = (article, ...rest) => {
      const { entries, places } = standingOf(article, ...rest);
      return { entries, places: article.image ? places.filter(({ of }) => of !== 'social-card') : places };
    };
    return { standingOf: forgetful };
  });
  await expect(live(lifeOfPicture)).rejects.toThrow(/oracle: expected '2015\/11\/26\/[a-z]+\/card\.png is mi/);
});

test('crops that do not follow the focus are caught', async () => {
  vi.doMock(derive, async (original) => {
    const { standingOf } = await original<typeof import('../../src/sync/derive.ts')>();
    const centred: typeof standingOf = (article, ...rest) =>
      standingOf({ ...article, image: article.image && { ...article.image, focus: undefined } }, ...rest);
    return { standingOf: centred };
  });
  await expect(live(lifeOfPicture)).rejects.toThrow(/oracle: expected 'assets\/\w+-16x9-50-50/);
});

test('news that somebody paid for, and crops of a picture that readers are warned of, are caught', async () => {
  const without = (field: 'sponsor' | 'warning') =>
    vi.doMock(derive, async (original) => {
      const { standingOf } = await original<typeof import('../../src/sync/derive.ts')>();
      const forgetful: typeof standingOf = (article, ...rest) =>
        standingOf({ ...article, [field]: undefined }, ...rest);
      return { standingOf: forgetful };
    });
  without('sponsor');
  await expect(live(lifeOfStory)).rejects.toThrow(/oracle: expected 'news-sitemap\.xml: wanted/);
  without('warning');
  await expect(live(lifeOfStory)).rejects.toThrow(/oracle: expected 'assets\/\w+-16x9-/);
});

test('a document that is not joined into its stories is caught', async () => {
  vi.doMock(intake, async (original) => {
    const module = await original<typeof import('../../src/sync/intake.ts')>();
    const { spotOf } = await import('../../src/catalog/hash.ts');
    const { documentRef } = await import('../../src/sync/dependents.ts');
    const takeIn: typeof module.takeIn = (catalog, toTakeIn) => {
      for (const path of toTakeIn.changed.keys())
        if (/\.csv$/i.test(path))
          catalog.db.run('DELETE FROM ref WHERE target = ?', spotOf(documentRef(path.toLowerCase())));
      return module.takeIn(catalog, toTakeIn);
    };
    return { ...module, takeIn };
  });
  await expect(live(lifeOfDocument)).rejects.toThrow(/oracle/);
});

test('a public file whose new bytes are not seen is caught', async () => {
  vi.doMock(intake, async (original) => {
    const module = await original<typeof import('../../src/sync/intake.ts')>();
    const takeIn: typeof module.takeIn = (catalog, toTakeIn) => {
      const changed = [...toTakeIn.changed].filter(([path, file]) => {
        return file === null || !path.startsWith('../public/') || catalog.files.at(path) === undefined;
      });
      return module.takeIn(catalog, { ...toTakeIn, changed: new Map(changed) });
    };
    return { ...module, takeIn };
  });
  await expect(live(lifeOfPublicFile)).rejects.toThrow(/oracle/);
});

test('feeds of a withdrawn story that follow nothing but the reason are caught', async () => {
  vi.doMock(hash, async (original) => {
    const module = await original<typeof import('../../src/catalog/hash.ts')>();
    // A story as feeds tell of it has its address and its reason.
    const fingerprint: typeof module.fingerprint = (...parts) =>
      module.fingerprint(...parts.map((part) => (isWithdrawn(part) ? part.withdrawn : part)));
    return { ...module, fingerprint };
  });
  await expect(live(lifeOfWithdrawal)).rejects.toThrow(/oracle: expected '[a-z/]*feed\.atom: wanted/);
});

test('a part of a day that did not look at what stands before it is caught', async () => {
  vi.doMock(recorder, async (original) => {
    const module = await original<typeof import('../../src/queries/recorder.ts')>();
    class Hasty extends module.Recorder {
      override filling(...asked: Parameters<InstanceType<typeof module.Recorder>['filling']>) {
        const rows = super.filling(...asked);
        const [, [from]] = asked;
        for (const [key, watch] of this.watches)
          if (watch.lo === from) this.watches.set(key, { ...watch, lo: rows.at(-1)?.at ?? from });
        return rows;
      }
    }
    return { ...module, Recorder: Hasty };
  });
  await expect(live(lifeOfLongDay)).rejects.toThrow(/oracle: expected '2015\/11\/25\/index\.html: wanted/);
});

test('what leads to a story that has become public, and did not follow it, is caught', async () => {
  vi.doMock(endings, async (original) => {
    const module = await original<typeof import('../../src/catalog/tables/endings.ts')>();
    class Forgetful extends module.Endings {
      override leadingTo = () => [];
    }
    return { ...module, Endings: Forgetful };
  });
  await expect(live(lifeOfEnding)).rejects.toThrow(/oracle: expected/);
});

test('a sitemap that did not look at how few stories a section has is caught', async () => {
  vi.doMock(recorder, async (original) => {
    const module = await original<typeof import('../../src/queries/recorder.ts')>();
    class Forgetful extends module.Recorder {
      override isFew(...asked: Parameters<InstanceType<typeof module.Recorder>['isFew']>) {
        const before = new Set(this.watches.keys());
        const isFew = super.isFew(...asked);
        for (const key of this.watches.keys()) if (!before.has(key)) this.watches.delete(key);
        return isFew;
      }
    }
    return { ...module, Recorder: Forgetful };
  });
  await expect(live(lifeOfLongDay)).rejects.toThrow(/oracle: expected/);
});

test('months that are not counted when a year has become too long are caught', async () => {
  vi.doMock(entries, async (original) => {
    const module = await original<typeof import('../../src/catalog/tables/entries.ts')>();
    class Forgetful extends module.Entries {
      override instants(...asked: Parameters<InstanceType<typeof module.Entries>['instants']>) {
        return super.instants(...asked).slice(-1);
      }
    }
    return { ...module, Entries: Forgetful };
  });
  await expect(live(lifeOfLongYear)).rejects.toThrow(/oracle: expected 'authors\/desk\/2015\/10\/index\.html is mi/);
});

test('an import of a layout that is not followed is caught', async () => {
  vi.doMock(imports, async (original) => {
    const module = await original<typeof import('../../src/render/imports.ts')>();
    const importsIn: typeof module.importsIn = (code) => {
      const found = module.importsIn(code);
      return found && { ...found, paths: found.paths.filter((path) => !path.includes('note')) };
    };
    return { importsIn };
  });
  await expect(live(lifeOfLayouts)).rejects.toThrow(/oracle: expected '2015\/11\/26\/alpha\/index\.html: wanted/);
});

test('a kind of page that a changed layout does not touch is caught', async () => {
  vi.doMock(touched, async (original) => {
    const module = await original<typeof import('../../src/catalog/tables/touched.ts')>();
    class Forgetful extends module.Touched {
      override addKind(...[kind, why]: Parameters<InstanceType<typeof module.Touched>['addKind']>) {
        if (kind !== 'archive-month') super.addKind(kind, why);
      }
    }
    return { Touched: Forgetful };
  });
  await expect(live(lifeOfLayouts)).rejects.toThrow(/oracle: expected '2015\/\d+\/index\.html: wanted/);
});

function isWithdrawn(part: unknown): part is { withdrawn: unknown } {
  return typeof part === 'object' && part !== null && 'id' in part && 'withdrawn' in part;
}

type Watch = { scope: number; lo: number; hi: number; depth: number };

/** Scope 0 is single things, below it are counts. */
function isOfArticles({ scope }: Watch): boolean {
  return scope > 0;
}

/** The reader, with each of its watches changed, or left out, when it is asked for them. */
function withWatches<R extends new (...args: never[]) => { watches: Map<string, Watch> }>(
  Reader: R,
  change: (watch: Watch) => Watch | undefined,
): R {
  return new Proxy(Reader, {
    construct(target, args) {
      const instance = Reflect.construct(target, args);
      const { watches } = instance;
      const set = watches.set.bind(watches);
      watches.set = (key: string, watch: Watch) => {
        const changed = change(watch);
        return changed === undefined ? watches : set(key, changed);
      };
      return instance;
    },
  });
}

test('files that are written before it is noted that they may be half new are caught', async () => {
  vi.doMock(settle, async (original) => ({
    ...(await original<typeof import('../../src/plan/settle.ts')>()),
    clearRoutes: () => {},
  }));
  vi.resetModules();
  const { checkLife } = await import('./check-incremental.ts');
  const retitled: Edit = { edit: 'edit a title', pick: 0, value: 1, other: 0 };
  const killed = [6, 9, 12, 15, 18].map((n) => ({ edits: [retitled], how: 'killed, then reverted' as const, n }));
  await expect(checkLife([{ edits: [story], how: 'committed', n: 1 }, ...killed])).rejects.toThrow(/oracle/);
});
