import type { SourceId } from './sources.ts';

/** How one network counts a fact, where that is not what the word says. */
export interface PlatformNote {
  readonly platform: string;
  readonly facts: readonly string[];
  readonly message: string;
  readonly source: SourceId;
}

/**
 * What is known of how networks count. {@link scorecard} adds them to its caveats; give them to
 * {@link evaluate} as `notes` for the same.
 */
export const platformNotes: readonly PlatformNote[] = [
  {
    platform: 'instagram',
    facts: ['views', 'reactions', 'comments'],
    message: 'On Instagram these are organic; the promoted ones are in the network’s totals.',
    source: 'instagram',
  },
  {
    platform: 'instagram',
    facts: ['watchSeconds'],
    message: 'Instagram gives milliseconds, replays included.',
    source: 'instagram',
  },
  {
    platform: 'instagram',
    facts: ['storyReplies'],
    message: 'In Europe and Japan Instagram sends 0 where it does not know.',
    source: 'instagram',
  },
  {
    platform: 'facebook',
    facts: ['reach', 'impressions'],
    message: 'A boosted post’s paid part contains organic reach: parts do not add up to the total.',
    source: 'facebook',
  },
  {
    platform: 'x',
    facts: ['impressions'],
    message: 'On X each display counts, also to the same person.',
    source: 'x',
  },
  {
    platform: 'x',
    facts: ['linkClicks', 'profileVisits'],
    message: 'X gives these for the last 30 days of posts only.',
    source: 'x',
  },
  {
    platform: 'linkedin',
    facts: ['impressions'],
    message: 'On LinkedIn half of the post was visible for 300 milliseconds.',
    source: 'linkedin',
  },
  {
    platform: 'linkedin',
    facts: ['reactions', 'comments', 'shares'],
    message: 'On LinkedIn unlikes of sponsored shares are subtracted from the organic count.',
    source: 'linkedin',
  },
  {
    platform: 'tiktok',
    facts: ['views', 'reach', 'reactions', 'comments', 'shares'],
    message: 'TikTok gives organic and paid together.',
    source: 'tiktok',
  },
  {
    platform: 'youtube',
    facts: ['views'],
    message:
      'On YouTube a view has no least length any more; engaged views are the comparable count.',
    source: 'youtube',
  },
];
