import { epochMilliseconds, simulatedClock } from '@affiche/core';
import { type AudienceProfile, blueskyAudience, mastodonSandbox } from '@affiche/sandbox';
import { array, assert, asyncProperty, integer } from 'fast-check';
import { describe, expect, it } from 'vitest';

const hour = 3600;
const monday = '2027-01-04T00:00:00Z';

interface Posted {
  /** Hours after Monday midnight in Paris. */
  readonly at: number;
  readonly followers?: number;
  readonly seed?: string;
  readonly audience?: Partial<AudienceProfile>;
}

/** Publishes one post on a fresh server; gives back a way to count its favourites later. */
async function publish({ at, followers = 3000, seed = 'audience', audience = {} }: Posted) {
  const start = new Date(epochMilliseconds(monday) + (at - 1) * hour * 1000).toISOString();
  const clock = simulatedClock({ start });
  const server = await mastodonSandbox({ clock, seed, audience, settings: { rateLimits: false } });
  const { credentials } = server.createAccount({ handle: 'bakery', followers });
  const headers = { authorization: `Bearer ${credentials['accessToken']}` };
  const body = new URLSearchParams({ status: 'The galette is back.' });
  const posted = await fetch(`${server.url}/api/v1/statuses`, { method: 'POST', headers, body });
  const { id } = (await posted.json()) as { id: string };
  const read = async () => {
    const answer = await fetch(`${server.url}/api/v1/statuses/${id}`, { headers });
    return (await answer.json()) as { favourites_count: number; reblogs_count: number };
  };
  return { clock, server, read, [Symbol.asyncDispose]: () => server.close() };
}

async function favouritesAfter(posted: Posted, hours: number): Promise<number> {
  await using post = await publish(posted);
  await post.clock.advance(hours * hour);
  return (await post.read()).favourites_count;
}

/** The same post with the luck of a hundred days, so that chance does not decide. */
async function meanFavourites(posted: Posted, hours: number): Promise<number> {
  const still = { ...posted, audience: { spread: 0, ...posted.audience }, followers: 200_000 };
  return favouritesAfter(still, hours);
}

describe('the audience', () => {
  it('does the same again for the same seed, post and time, and another for another seed', async () => {
    const first = await favouritesAfter({ at: 12 }, 30);
    expect(await favouritesAfter({ at: 12 }, 30)).toBe(first);
    const others = await Promise.all(
      ['a', 'b', 'c'].map((seed) => favouritesAfter({ at: 12, seed }, 30)),
    );
    expect(new Set([first, ...others]).size).toBeGreaterThan(1);
  });

  it(
    'never takes back what it gave, however often somebody looks',
    { timeout: 30_000 },
    async () => {
      const pauses = array(integer({ min: 0, max: 40_000 }), { minLength: 1, maxLength: 8 });
      await assert(
        asyncProperty(pauses, integer({ min: 0, max: 167 }), async (seconds, at) => {
          await using looked = await publish({ at });
          let before = 0;
          for (const pause of seconds) {
            await looked.clock.advance(pause);
            const { favourites_count: now } = await looked.read();
            expect(now).toBeGreaterThanOrEqual(before);
            before = now;
          }
          // Looking changes nothing: somebody who looks once at the end sees the same.
          await using unseen = await publish({ at });
          await unseen.clock.advance(seconds.reduce((sum, pause) => sum + pause, 0));
          expect((await unseen.read()).favourites_count).toBe(before);
        }),
        { numRuns: 15 },
      );
    },
  );

  it('is there at noon and asleep at night, and gives less on a quiet weekend', async () => {
    const [night, noon, sunday] = await Promise.all([
      meanFavourites({ at: 2 }, 168),
      meanFavourites({ at: 12 }, 168),
      meanFavourites({ at: 6 * 24 + 12 }, 168),
    ]);
    expect(noon).toBeGreaterThan(1.3 * night);
    expect(noon).toBeGreaterThan(1.05 * sunday);
  });

  it('keeps the clocks of where it lives', async () => {
    const tokyo = { zones: [{ zone: 'Asia/Tokyo', share: 1 }] };
    const noonInTokyo = await meanFavourites({ at: 12 - 8, audience: tokyo }, 2);
    const noonInParis = await meanFavourites({ at: 12 }, 2);
    expect(noonInTokyo / noonInParis).toBeCloseTo(1, 1);
    expect(await meanFavourites({ at: 12 - 8 }, 2)).toBeLessThan(0.4 * noonInParis);
  });

  it('forgets: half of what a post gets comes soon, and nothing after a week', async () => {
    // Awake around the clock, so that only age counts.
    const audience = {
      hours: Array.from({ length: 24 }, () => 1),
      weekdays: Array.from({ length: 7 }, () => 1),
    };
    const at = (hours: number) => meanFavourites({ at: 12, audience }, hours);
    const [soon, day, week, month] = await Promise.all([at(1.53), at(13.8), at(168), at(720)]);
    // The delays of Klout's Facebook sample: half within 1.53 hours, nine tenths within 13.8.
    expect(soon / week).toBeCloseTo(0.5, 1);
    expect(day / week).toBeCloseTo(0.9, 1);
    expect(month).toBe(week);
  });

  it('grows with the number of followers, and nobody means nothing', async () => {
    const [few, many] = [
      await favouritesAfter({ at: 12, followers: 20_000, audience: { spread: 0 } }, 100),
      await favouritesAfter({ at: 12, followers: 200_000, audience: { spread: 0 } }, 100),
    ];
    expect(many / few).toBeGreaterThan(8);
    expect(many / few).toBeLessThan(12);
    expect(await favouritesAfter({ at: 12, followers: 0 }, 100)).toBe(0);
  });

  it('refuses a profile that is none', async () => {
    const hours = blueskyAudience.hours.slice(1);
    await expect(mastodonSandbox({ audience: { hours } })).rejects.toThrow('hours');
  });
});
