import type { Finding } from '@affiche/core';
import type { Idea } from '@affiche/schedule';
import { checkVoice, type Strategy } from '@affiche/strategy';

/** Holds every idea against the editorial line, once for each network with a tone of its own. */
export function checkVoices(
  ideas: readonly Idea[],
  { editorial, channels }: Pick<Strategy, 'editorial' | 'channels'>,
): Finding[] {
  if (!editorial) return [];
  const own = new Set(editorial.networks.map(({ platform }) => platform));
  const networks = [...new Set(channels.map(({ account }) => account.platform))];
  return ideas.flatMap(({ draft, platforms = networks }) => {
    // All networks without a tone of their own are one.
    const tones = new Set(platforms.map((platform) => (own.has(platform) ? platform : undefined)));
    const found = [...tones].flatMap((platform) =>
      checkVoice(draft, editorial, platform === undefined ? {} : { platform }),
    );
    // What is wrong on every network is wrong once.
    const once = new Map(
      found.map((each) => [JSON.stringify([each.rule, each.path, each.message]), each]),
    );
    return [...once.values()].map((each) => ({
      ...each,
      path: ['ideas', draft.id, ...each.path],
    }));
  });
}
