/** What is asked of the built site of a newsroom as a whole. */

import { openBuiltSite } from '../../src/check/built-site.ts';
import type { Finding } from '../../src/check/finding.ts';
import { WholeSite } from '../../src/check/whole-site.ts';
import type { Newsroom } from '../support/newsroom.ts';
import { checkLinks } from './gates.ts';

export async function judgeWhole(room: Newsroom): Promise<Finding[]> {
  const whole = new WholeSite();
  const site = openBuiltSite({ out: room.out, siteUrl: 'https://courier.example' });
  await checkLinks(site, (file) => whole.add(file));
  return whole.judge(() => false).findings;
}
