/** The gates that judge each file by itself, whether the whole site is checked or only what changed of it. */
import type { BuiltSite } from './built-site.ts';
import { checkLeaks, type WhatMayNotStand } from './leaks.ts';
import type { Verdict } from './looked-at.ts';
import { checkPictures } from './picture-bytes.ts';
import { checkPolicies } from './policy.ts';

/** `mayNotStand`: undefined where no catalog knows the folder. */
export async function checkFiles(
  site: BuiltSite,
  mayNotStand: WhatMayNotStand | undefined,
): Promise<(Verdict & { faulty: Set<string> })[]> {
  return [
    await checkPolicies(site),
    checkPictures(site),
    ...(mayNotStand ? [await checkLeaks(site, mayNotStand)] : []),
  ];
}
