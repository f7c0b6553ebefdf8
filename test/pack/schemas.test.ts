/** The schemas in `schemas/` are those of the forms: `npm exec vitest run test/pack/schemas -- -u` writes them anew. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { forms, schemaText } from '../../pack/schemas.ts';
import { shownExample } from '../../src/content/example.ts';
import { described } from '../../src/content/yaml/schema.ts';

const folder = join(import.meta.dirname, '../../schemas');

test.each(Object.entries(forms))('%s.json is what its form says', async (name, form) => {
  await expect(schemaText(form)).toMatchFileSnapshot(join(folder, `${name}.json`));
});
