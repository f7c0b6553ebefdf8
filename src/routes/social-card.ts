/** The picture that is drawn of a story without one, for where its link is shared. */
import { type SocialCard, socialCardOf } from '../content/social-card.ts';
import { socialCardUrl } from '../content/urls.ts';
import type { Kind } from './kind.ts';

export const socialCard: Kind<'social-card', SocialCard> = {
  name: 'social-card',
  isForMachines: true,
  url: ({ scope: { of, id, language } }, site) =>
    of === 'social-card' ? socialCardUrl(id, language, site) : undefined,
  props(queries, { scope: { id, language } }, site) {
    const story = queries.full(id, language);
    return story && socialCardOf(story, story.image !== undefined, site);
  },
};
