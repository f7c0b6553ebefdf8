/** Two fields more for the front matter of every story. */
import { defineFields, id, name } from 'broadsheet/fields';

export const fields = defineFields({
  /** A district of the town: its own listing is `src/listings/district.ts`. */
  district: { schema: id.optional(), example: 'old-quay', depth: 'full' },
  /** Shown on cards, by `layouts/components/card.tsx`. */
  tide: { schema: name.optional(), example: 'high', depth: 'teaser' },
});
