/** The torture newsroom, built and served. */
import type { PictureMaker } from '../../src/render/picture-maker.ts';
import { Newsroom } from '../support/newsroom.ts';
import { quickly, ServedSite } from './served-site.ts';
import { tortureFiles } from './torture-newsroom.ts';

/** Its pictures are of one colour unless others are to be made. */
export async function openTortureSite(makePicture?: PictureMaker): Promise<ServedSite> {
  const room = new Newsroom({ git: false, files: await tortureFiles() });
  room.remove('authors/desk.yaml');
  const settings = { content: room.content, now: '2015-11-27T12:00+03:00', ...quickly };
  const site = await ServedSite.open(makePicture ? { ...settings, makePicture } : settings);
  room.dispose();
  return site;
}
