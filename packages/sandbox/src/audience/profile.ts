import { z } from 'zod';
import { Zone } from '@affiche/core';

/** How the people who follow an account behave, on average. */
export const AudienceProfile = z.object({
  /** Where they live; shares need not sum to 1. */
  zones: z.array(z.object({ zone: Zone, share: z.number().positive() })).min(1),
  /** How active they are in each hour of their own day, 0 to 23; only ratios matter. */
  hours: z.array(z.number().nonnegative()).length(24),
  /** How active they are on each day of their own week, Monday first; only ratios matter. */
  weekdays: z.array(z.number().nonnegative()).length(7),
  /** How fast a post sinks in their feeds: what share of its actions falls due with which half-life. */
  decay: z.array(
    z.object({ share: z.number().positive(), halfLifeSeconds: z.number().positive() }),
  ),
  /** Actions of a kind that an average post gets over its life, per follower. */
  actionsPerFollower: z.object({
    like: z.number().nonnegative(),
    repost: z.number().nonnegative(),
    reply: z.number().nonnegative(),
    quote: z.number().nonnegative(),
    bookmark: z.number().nonnegative(),
    follow: z.number().nonnegative(),
    vote: z.number().nonnegative(),
  }),
  /** How much posts differ: the standard deviation of the logarithm of a post's luck. */
  spread: z.number().nonnegative(),
});
/** How the people who follow an account behave, on average. */
export type AudienceProfile = z.infer<typeof AudienceProfile>;

/** What a reader can do with a post. */
export type ActionKind = keyof AudienceProfile['actionsPerFollower'];

const hour = 3600;

/**
 * Readers of a fast, chronological feed.
 *
 * The two half-lives reproduce the delays of the 1,000 retweets in Klout's open sample: a quarter
 * within 8 minutes, half within 52 minutes, three quarters within 5.2 hours, nine tenths within 13.5.
 * The spread is that of posts on Facebook pages once the trend is removed (0.7 to 1.1). The curve of
 * the day, the week and the level of activity are assumptions: no open data has them for this network.
 *
 * @see {@link https://arxiv.org/abs/1506.02089 | Spasojevic et al., When-To-Post on Social Networks (data CC BY 3.0)}
 */
export const blueskyAudience: AudienceProfile = {
  zones: [{ zone: 'Europe/Paris', share: 1 }],
  hours: [
    0.35, 0.2, 0.14, 0.12, 0.15, 0.3, 0.65, 1.1, 1.35, 1.2, 1.05, 1.1, 1.4, 1.3, 1.05, 1, 1.05, 1.2,
    1.4, 1.6, 1.75, 1.7, 1.3, 0.75,
  ],
  weekdays: [1, 1.02, 1.03, 1.02, 0.98, 0.94, 1.01],
  decay: [
    { share: 0.5, halfLifeSeconds: 0.25 * hour },
    { share: 0.5, halfLifeSeconds: 5 * hour },
  ],
  actionsPerFollower: {
    like: 0.02,
    repost: 0.003,
    reply: 0.0012,
    quote: 0.0005,
    bookmark: 0.001,
    follow: 0.0006,
    vote: 0,
  },
  spread: 0.7,
};

/**
 * Readers of a slower network whose boosts keep posts alive for longer.
 *
 * The half-lives reproduce the delays of the 1,000 comments in Klout's open Facebook sample: half
 * within 1.5 hours, nine tenths within 13.8. The ratio of shares and comments to likes is that of
 * 500 posts of a cosmetics brand (27 and 7 to 178); more of them talk and boost here. The curve of
 * the day, the week and the level of activity are assumptions.
 *
 * @see {@link https://arxiv.org/abs/1506.02089 | Spasojevic et al., When-To-Post on Social Networks (data CC BY 3.0)}
 * @see {@link https://archive.ics.uci.edu/dataset/368/facebook+metrics | Moro et al., Facebook metrics (CC BY 4.0)}
 */
export const mastodonAudience: AudienceProfile = {
  zones: [{ zone: 'Europe/Paris', share: 1 }],
  hours: [
    0.3, 0.18, 0.12, 0.1, 0.14, 0.3, 0.7, 1.2, 1.5, 1.55, 1.4, 1.3, 1.35, 1.3, 1.2, 1.15, 1.15, 1.2,
    1.25, 1.3, 1.4, 1.35, 1, 0.55,
  ],
  weekdays: [1.05, 1.07, 1.06, 1.04, 1, 0.88, 0.9],
  decay: [
    { share: 0.5, halfLifeSeconds: 0.6 * hour },
    { share: 0.5, halfLifeSeconds: 6 * hour },
  ],
  actionsPerFollower: {
    like: 0.018,
    repost: 0.006,
    reply: 0.002,
    quote: 0.0003,
    bookmark: 0.0015,
    follow: 0.0006,
    vote: 0.02,
  },
  spread: 0.7,
};
