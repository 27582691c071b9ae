import type { AnyPlatform, Draft, DraftItem, Finding } from '@affiche/core';
import { leaveToCard } from './card.ts';
import type { AdaptationChange, AdaptationStrategy, Reshaped } from './change.ts';
import { moveHashtags } from './hashtags.ts';
import { swapLinks } from './links.ts';
import { spreadMedia } from './media.ts';
import { shorten } from './shorten.ts';
import { makeThread } from './thread.ts';
import type { AdaptOptions } from './options.ts';
import type { Surroundings } from './surroundings.ts';
import { openTrial } from './trial.ts';

/** A version of a draft for one network. */
export interface Adaptation {
  readonly draft: Draft;
  /** Everything that is not as it was given; empty when the draft fitted as it is. */
  readonly changes: readonly AdaptationChange[];
  /** What the network still says about it. */
  readonly findings: readonly Finding[];
}

const everything: readonly AdaptationStrategy[] = [
  'media',
  'card',
  'links',
  'hashtags',
  'thread',
  'shorten',
];

/**
 * Proposes a version of a draft that fits a network. Nothing is lost silently: every change is
 * named, and what was cut is in it word for word.
 *
 * ```ts
 * import { Draft } from '@affiche/core';
 * import { adapt } from '@affiche/platforms/adapt';
 * import { bluesky } from '@affiche/platforms/bluesky';
 *
 * const text = 'The galette is back. '.repeat(20).trim();
 * const draft = Draft.parse({ id: 'galette', items: [{ text }] });
 * const proposal = adapt(draft, bluesky());
 * proposal.draft.items.length; // => 2
 * proposal.changes[0]?.strategy; // => 'thread'
 * ```
 */
export function adapt(draft: Draft, platform: AnyPlatform, options: AdaptOptions = {}): Adaptation {
  const trial = openTrial(platform, draft, options);
  const changes: AdaptationChange[] = [];
  const items = draft.items.flatMap((item, index) => {
    let pieces: readonly DraftItem[] = [item];
    for (const strategy of options.strategies ?? everything) {
      const reshaped = reshape[strategy](pieces, { index, trial, draft, options });
      if (!reshaped) continue;
      pieces = reshaped.items;
      changes.push(reshaped.change);
    }
    return pieces;
  });
  const adapted = { ...draft, items };
  return { draft: adapted, changes, findings: trial.findings(adapted) };
}

const reshape: Record<
  AdaptationStrategy,
  (pieces: readonly DraftItem[], surroundings: Surroundings) => Reshaped | undefined
> = {
  media: spreadMedia,
  card: leaveToCard,
  links: swapLinks,
  hashtags: moveHashtags,
  thread: makeThread,
  shorten,
};
