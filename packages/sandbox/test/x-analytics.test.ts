import { Draft, instant, simulatedClock } from '@affiche/core';
import { x } from '@affiche/platforms/x';
import { xAnalytics } from '@affiche/platforms/x/analytics';
import { xSandbox } from '@affiche/sandbox';
import { expect, it } from 'vitest';
import { adapterIo, runSteps } from './adapter-io.ts';

it('counts what posts and films achieved, in all and day by day, whatever X gave up', async () => {
  const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
  const accessTokenSeconds = 30 * 86_400;
  await using server = await xSandbox({ clock, settings: { accessTokenSeconds } });
  const { id, credentials } = server.createAccount({ handle: 'bakery', followers: 5000 });
  const account = { platform: 'x', id, host: server.host };
  const bytes = Uint8Array.from(Buffer.from('\0\0\0\x1cftypisom\0\0\0\0'));
  const io = { ...adapterIo(credentials, clock), openMedia: async () => bytes };
  const film = {
    source: { path: 'dough.mp4' },
    kind: 'video',
    mimeType: 'video/mp4',
    bytes: 16,
    alt: '',
  };
  const composition = {
    account,
    draft: Draft.parse({ id: 'film', items: [{ text: 'Dough', media: [film] }] }),
    options: x().options.parse({}),
    facts: x().defaultFacts,
  };
  const publishedAt = instant(clock.now());
  const steps = x().compile(composition, { key: 'film', at: publishedAt });
  const { outputs } = await runSteps(x(), account, steps, io);
  const posts = [{ id: outputs['post-0']?.id ?? '', publishedAt }];
  await clock.advance(3 * 86_400);
  const window = { from: '2027-01-04T00:00:00.000Z', to: '2027-01-07T00:00:00.000Z' };

  const readings = await xAnalytics().posts(account, posts, window, io);
  expect(readings).toHaveLength(20);
  const views = readings.find(({ fact }) => fact === 'impressions');
  expect(views?.value).toBeGreaterThan(0);
  expect(views).toMatchObject({ window, subject: { kind: 'post', id: posts[0]?.id } });

  server.settings.retiredMetrics = ['email_tweet', 'playback75'];
  const daily = { ...window, granularity: 'daily' } as const;
  const byDay = await xAnalytics().posts(account, posts, daily, io);
  expect(new Set(byDay.map(({ fact }) => fact)).size).toBe(19);
  const days = byDay.filter(({ fact }) => fact === 'impressions');
  expect(days.map((each) => each.window)).toEqual(
    [4, 5, 6].map((day) => ({
      from: `2027-01-0${day}T00:00:00.000Z`,
      to: `2027-01-0${day + 1}T00:00:00.000Z`,
    })),
  );
  expect(days.reduce((sum, { value }) => sum + value, 0)).toBe(views?.value);

  const watched = await xAnalytics().films(account, posts, window, io);
  const facts = new Map(watched.map(({ fact, value }) => [fact, value]));
  expect(facts.size).toBe(9);
  expect(facts.get('watchSeconds')).toBe((facts.get('views') ?? 0) * 6);
});
