/** What an import tells of a text that it could not write as it was. */
import { story, storyPath } from './room.ts';
import type { ToolMistake } from './tool-mistake.ts';

export const mistakesInImports: Record<string, ToolMistake> = {
  'import/draft-page': {
    files: { 'quarantine/pages/plans.md': '---\ntitle: Plans\n---\n\nWe go to Poti.\n' },
    says: 'The page was a draft on the old site.',
    ways: [
      { says: 'Take it in once readers are to have it', run: 'broadsheet import --again quarantine/pages/plans.md' },
    ],
  },
  'import/not-faithful': {
    files: { [`quarantine/${storyPath}`]: story({}, 'The ‸sailed from Poti.') },
    says: 'The old page said “The ferry sailed from Poti.”',
    ways: [{ says: 'Compare it with the old page, and mend the text', write: ['The sailed', 'The ferry sailed'] }],
  },
};
