/** What an import tells of a text that it could not write as it was. */
import { story, storyPath } from './room.ts';
import type { ToolMistake } from './tool-mistake.ts';

export const mistakesInImports: Record<string, ToolMistake> = {
  'import/hidden-page': {
    files: { 'quarantine/pages/plans.md': '---\ntitle: Plans\n---\n‸What we want to do next.\n' },
    says: 'The old site kept it as a draft',
    ways: [{ says: 'Take it in if everyone may read it', run: 'broadsheet import --again quarantine/pages/plans.md' }],
  },
  'import/not-faithful': {
    files: { [`quarantine/${storyPath}`]: story({}, 'The ‸sailed from Poti.') },
    says: 'The old page said “The ferry sailed from Poti.”',
    ways: [{ says: 'Compare it with the old page, and mend the text', write: ['The sailed', 'The ferry sailed'] }],
  },
};
