import { instant, Publication, type Random, wallTimeAt } from '@affiche/core';
import { pick } from './pick.ts';
import { start } from './world.ts';

/** The accounts that post. */
export const accounts = ['a', 'b'].map((id) => ({ platform: 'model', id }));

/** A few posts, some of them threads, of which a share say the same as another. */
export function plannedPosts(random: Random, twinShare: number): Publication[] {
  return Array.from({ length: 4 + Math.floor(random() * 8) }, (_, index) =>
    Publication.parse({
      id: `p${index}`,
      account: pick(random, accounts),
      at: wallTimeAt(instant(start), 'Europe/Paris'),
      // Some say the same as another: whose is which must never be mixed up.
      draft: {
        id: `p${index}`,
        items: Array.from({ length: random() < 0.2 ? 3 : 1 }, (_item, item) => ({
          text: random() < twinShare ? 'the same' : `text ${index}/${item}`,
          role: item === 0 ? 'post' : 'reply',
        })),
      },
      misfire: { policy: 'fire-once' },
      threadFailure: pick(random, ['stop', 'resume'] as const),
    }),
  );
}
