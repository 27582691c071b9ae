import { type Random, seededRandom } from '@affiche/core';
import { activityOf } from './activity.ts';
import { normal, poisson } from './chance.ts';
import type { ActionKind, AudienceProfile } from './profile.ts';

/** A post as its readers meet it. */
export interface AudiencePost {
  /** The post's id; readers of another post decide anew. */
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly publishedAt: number;
  /** How many people followed the author when it went out. */
  readonly followers: number;
  /** What readers cannot do with it: vote where there is no poll. */
  readonly without?: readonly ActionKind[];
  /** When it was taken down, and readers could do nothing more. */
  readonly removedAt?: number;
}

/** Something a reader does. */
export interface AudienceAction {
  readonly kind: ActionKind;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Which reader, counted from 0. */
  readonly reader: number;
  /** A number in [0, 1) for whoever must choose further: a phrase, a poll option. */
  readonly choice: number;
}

/** People who read and react. What they do is fixed by the seed, the post and its time alone. */
export interface Audience {
  /** Everything that happens to a post up to a moment, oldest first. */
  actions(post: AudiencePost, now: number): readonly AudienceAction[];
  /** How many actions of a kind a post has got up to a moment. */
  count(post: AudiencePost, kind: ActionKind, now: number): number;
}

const minute = 60_000;
// Fine steps while a post is fresh, coarse ones in its long tail; a week later it is forgotten.
const steps: readonly { readonly from: number; readonly to: number }[] = [
  ...grid(0, 120, 5),
  ...grid(120, 1440, 15),
  ...grid(1440, 10_080, 60),
];
const remembered = 5000;

/**
 * An audience: for each post a Poisson process whose rate is the number of followers, times the
 * post's luck, times how active readers are at that hour, times how far the post has sunk.
 */
export function audienceOf(profile: AudienceProfile, seed: string): Audience {
  const activity = activityOf(profile);
  const lives = new Map<string, Life>();

  function lifeOf(post: AudiencePost): Life {
    const key = `${post.id} ${post.publishedAt} ${post.followers}`;
    const known = lives.get(key);
    if (known) return known;
    const life = lived(simulate(post, profile, activity, seededRandom(`${seed} ${key}`)));
    // The oldest goes: whoever looks at many posts looks at them in turn.
    const [oldest] = lives.keys();
    if (lives.size >= remembered && oldest !== undefined) lives.delete(oldest);
    lives.set(key, life);
    return life;
  }

  return {
    actions(post, now) {
      const { actions, moments } = lifeOf(post);
      return actions.slice(0, countUntil(moments, Math.min(now, post.removedAt ?? now)));
    },
    count(post, kind, now) {
      const moments = lifeOf(post).momentsOf.get(kind) ?? [];
      return countUntil(moments, Math.min(now, post.removedAt ?? now));
    },
  };
}

/** Everything that will happen to a post, in order, and when, so that counting is quick. */
interface Life {
  readonly actions: readonly AudienceAction[];
  readonly moments: readonly number[];
  readonly momentsOf: ReadonlyMap<ActionKind, readonly number[]>;
}

function lived(actions: readonly AudienceAction[]): Life {
  const momentsOf = new Map<ActionKind, number[]>();
  for (const { kind, at } of actions) {
    const moments = momentsOf.get(kind) ?? [];
    moments.push(at);
    momentsOf.set(kind, moments);
  }
  return { actions, moments: actions.map(({ at }) => at), momentsOf };
}

/** How many of some moments in order are not after another. */
function countUntil(moments: readonly number[], end: number): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] ?? Infinity) <= end) low = middle + 1;
    else high = middle;
  }
  return low;
}

function simulate(
  post: AudiencePost,
  profile: AudienceProfile,
  activity: (moment: number) => number,
  random: Random,
): AudienceAction[] {
  const { without = [] } = post;
  // The mean of a log-normal is above its median; without the second term spread would add actions.
  const luck = Math.exp(profile.spread * normal(random) - profile.spread ** 2 / 2);
  const reach = steps.map(({ from, to }) => ({
    at: post.publishedAt + from,
    length: to - from,
    weight: activity(post.publishedAt + (from + to) / 2) * sunk(profile, from, to),
  }));
  const attention = reach.reduce((sum, { weight }) => sum + weight, 0);
  const actions: AudienceAction[] = [];
  for (const [kind, perFollower] of Object.entries(profile.actionsPerFollower)) {
    const mean = post.followers * perFollower * luck * attention;
    // Drawn even when it is not used, so that a poll does not change a post's likes.
    const count = poisson(mean, random);
    for (let index = 0; index < count; index += 1) {
      const at = momentWithin(reach, random() * attention, random());
      const action = { at, reader: Math.floor(random() * 1e6), choice: random() };
      if (!without.some((each) => each === kind))
        actions.push({ kind: kind as ActionKind, ...action });
    }
  }
  return actions.toSorted((a, b) => a.at - b.at);
}

/** The share of a post's actions that falls due between two ages, in milliseconds. */
function sunk({ decay }: AudienceProfile, from: number, to: number): number {
  const total = decay.reduce((sum, { share }) => sum + share, 0);
  return decay.reduce((sum, { share, halfLifeSeconds }) => {
    const left = (age: number) => 2 ** (-age / 1000 / halfLifeSeconds);
    return sum + (share / total) * (left(from) - left(to));
  }, 0);
}

function momentWithin(
  reach: readonly { at: number; length: number; weight: number }[],
  target: number,
  fraction: number,
): number {
  let passed = 0;
  for (const { at, length, weight } of reach) {
    passed += weight;
    if (target < passed) return Math.round(at + fraction * length);
  }
  const last = reach.at(-1);
  return last ? last.at + last.length : 0;
}

function grid(fromMinute: number, toMinute: number, stepMinutes: number) {
  return Array.from({ length: (toMinute - fromMinute) / stepMinutes }, (_, index) => ({
    from: (fromMinute + index * stepMinutes) * minute,
    to: (fromMinute + (index + 1) * stepMinutes) * minute,
  }));
}
