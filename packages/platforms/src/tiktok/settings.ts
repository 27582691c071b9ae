import type { MediaSource } from '@affiche/core';
import { z } from 'zod';

/** What an application knows better than the documented defaults. */
export interface TikTokSettings {
  /**
   * Whether TikTok has audited the application. What any other posts is for its own creator alone,
   * whatever is asked for.
   *
   * @defaultValue false
   */
  readonly audited?: boolean;
  /** Beginnings of the addresses that TikTok knows to be the application's own, to fetch media from. */
  readonly verifiedUrls?: readonly string[];
  /**
   * Where the world finds a file: TikTok fetches photos from public addresses and takes no bytes.
   *
   * @defaultValue the address of a source that has one
   */
  readonly mediaUrl?: (source: MediaSource) => string | undefined;
  /**
   * How many bytes of a film go into one request: 5,000,000 to 64,000,000.
   *
   * @defaultValue 10000000
   */
  readonly chunkBytes?: number;
  /**
   * Posts of one creator in 24 hours, through all applications together. TikTok says about 15.
   *
   * @defaultValue 15
   */
  readonly postsPerDay?: number;
  /**
   * After how many seconds a look at what was published makes sense.
   *
   * @defaultValue 30
   */
  readonly settleSeconds?: number;
}

/** Who may see a post. */
export const PrivacyLevel = z.enum([
  'PUBLIC_TO_EVERYONE',
  'MUTUAL_FOLLOW_FRIENDS',
  'FOLLOWER_OF_CREATOR',
  'SELF_ONLY',
]);
/** Who may see a post. */
export type PrivacyLevel = z.infer<typeof PrivacyLevel>;

/**
 * What a publication must and may ask of TikTok beyond its draft. What the network forbids to choose
 * for people has no default: consent and disclosure are required here, and a missing privacy level is
 * a finding, which names those that the creator has.
 */
export const TikTokOptions = z.object({
  /** Published at once, or put into the creator's inbox to be finished in the app. */
  mode: z.enum(['direct', 'inbox']).default('direct'),
  /** Chosen by a person among those of the creator; never preselected. */
  privacyLevel: PrivacyLevel.optional(),
  /** What a person was shown, and agreed to. */
  consent: z.object({
    /** TikTok's Music Usage Confirmation. */
    musicUsage: z.literal(true),
    /** TikTok's Branded Content Policy; needed where a third party is advertised. */
    brandedContent: z.boolean(),
  }),
  /** Whether the post promotes something; both may be true. */
  disclosure: z.object({
    /** The creator's own business: shown as "Promotional content". */
    ownBrand: z.boolean(),
    /** Somebody else's, who pays for it: shown as "Paid partnership". */
    brandedContent: z.boolean(),
  }),
  /** Off until a person turns them on, as TikTok demands. */
  allowComments: z.boolean().default(false),
  allowDuets: z.boolean().default(false),
  allowStitches: z.boolean().default(false),
  /** Whether a machine made what the film shows. */
  aiGenerated: z.boolean().default(false),
  /** The moment of the film to show before it plays, in seconds. */
  coverAtSeconds: z.number().nonnegative().optional(),
  /** Whether a film is sent, or fetched from its address, which must be the application's own. */
  transfer: z.enum(['upload', 'pull']).default('upload'),
  /** What stands above the description of photos. */
  title: z.string().min(1).optional(),
  /** Which photo is shown first, from 0. */
  firstPhoto: z.int().nonnegative().optional(),
  /** Whether TikTok may add music to photos. */
  autoAddMusic: z.boolean().default(false),
});
/** What a publication must and may ask of TikTok beyond its draft. */
export type TikTokOptions = z.infer<typeof TikTokOptions>;
