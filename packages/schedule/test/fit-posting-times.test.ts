import { ConfigurationError, epochMilliseconds, seededRandom } from '@affiche/core';
import {
  explainSlot,
  explainTiming,
  fitPostingTimes,
  hourOfWeek,
  type PostingTimeModel,
  postingTimeModel,
  type PostingTimeState,
  type PostObservation,
} from '@affiche/schedule';
import { fitSlotPrior } from '@affiche/schedule/priors';
import { expect, test } from 'vitest';

const now = '2027-01-03T12:00:00Z';
const options = { zone: 'Europe/Paris', objective: 'engagement', now } as const;

function history(
  count: number,
  reactions: (at: Date, index: number) => number,
  account = 'a',
): PostObservation[] {
  return Array.from({ length: count }, (_, index) => {
    const publishedAt = new Date(epochMilliseconds(now) - (index + 3) * 11 * 3_600_000);
    return {
      id: `${account}-${index}`,
      account,
      platform: 'bluesky',
      publishedAt: publishedAt.toISOString(),
      measuredAt: now,
      metrics: { reactions: Math.round(reactions(publishedAt, index)) },
    };
  });
}

const random = seededRandom('noise');
const noise = () => Math.exp(1.2 * (random() + random() + random() - 1.5));
const evenings = history(
  400,
  (at) => (at.getUTCHours() >= 17 && at.getUTCHours() < 20 ? 60 : 12) * noise(),
);
const anything = history(300, () => 20 * noise());

test('a real effect is found, with an interval around it', () => {
  const model = fitPostingTimes(evenings, options);
  expect(model.signal).not.toBe('none');
  const [best] = model.primeSlots(1);
  expect([18, 19, 20]).toContain((best?.slot ?? 0) % 24);
  expect(best?.uplift.low).toBeGreaterThan(0);
  expect(best?.uplift.low).toBeLessThan(best?.uplift.estimate ?? 0);
});

test('no effect is not found', () => {
  const model = fitPostingTimes(anything, options);
  expect(model.signal).toBe('none');
  expect(new Set(model.surface().map(({ signal }) => signal))).toEqual(new Set(['none']));
});

test.each([0, 1, 5])('%i posts promise nothing', (count) => {
  const model = fitPostingTimes(
    history(count, (_at, index) => 5 + index * 20),
    options,
  );
  expect(model.signal).toBe('none');
  const most = Math.max(...model.surface().map(({ uplift }) => uplift.estimate));
  expect(most).toBeLessThan(0.15);
  expect(explainTiming(model)[0]).toMatch(/do not know yet/);
});

test('all posts in one hour teach nothing about the others', () => {
  const oneHour = evenings.filter(({ publishedAt }) => hourOfWeek(publishedAt, 'UTC') === 18);
  const model = fitPostingTimes(oneHour, options);
  expect(model.signal).toBe('none');
  expect(model.findings.map(({ rule }) => rule)).toContain('schedule/history/few-hours');
});

test('posts that cannot be used are counted by reason', () => {
  const [first] = evenings;
  if (!first) throw new Error('there is a post');
  const faulty: PostObservation[] = [
    { ...first, id: 'negative', metrics: { reactions: -1 } },
    { ...first, id: 'missing', metrics: { impressions: 10 } },
    { ...first, id: 'future', publishedAt: '2027-02-01T00:00:00Z' },
    { ...first, id: 'garbled', publishedAt: '2027-99-01T00:00:00Z' },
    { ...first, id: 'paid', paid: true },
    { ...first, id: 'young', publishedAt: '2027-01-03T11:00:00Z' },
    { ...first },
    { ...first },
  ];
  const model = fitPostingTimes(faulty, options);
  expect(model.posts).toBe(1);
  expect(new Set(model.findings.map(({ rule }) => rule.slice(17)))).toEqual(
    new Set([
      'duplicate-post',
      'few-hours',
      'future-post',
      'immature-post',
      'invalid-metric',
      'invalid-time',
      'missing-metric',
      'paid-post',
    ]),
  );
});

test('an unknown zone is a typed error', () => {
  expect(() => fitPostingTimes([], { ...options, zone: 'Mars/Olympus' })).toThrow(
    ConfigurationError,
  );
});

test('a prior that is broken is a typed error, one of another network a finding', () => {
  const mean = Array.from({ length: 168 }, () => 0);
  const prior = {
    platform: 'x',
    mean,
    basis: mean,
    rank: 1,
    accounts: 9,
    posts: 9,
    provenance: '',
  };
  const { findings } = fitPostingTimes(anything, { ...options, prior });
  expect(findings.map(({ rule }) => rule)).toEqual(['schedule/prior/other-network']);
  for (const broken of [{ mean: [1, 2] }, { basis: [] }, { mean: mean.map(() => Number.NaN) }]) {
    const fit = () => fitPostingTimes([], { ...options, prior: { ...prior, ...broken } });
    expect(fit).toThrow(/prior must hold 168 means/);
  }
});

test.each([0, 7, 1e15])('a history whose posts all got %d promises nothing', (reactions) => {
  const model = fitPostingTimes(
    history(60, () => reactions),
    options,
  );
  expect(model.signal).toBe('none');
  expect(Math.max(...model.surface().map(({ uplift }) => uplift.estimate))).toBeLessThan(0.001);
});

test('a model survives JSON, and folding in moves it', () => {
  const model = fitPostingTimes(evenings.slice(1), options);
  const again = postingTimeModel(JSON.parse(JSON.stringify(model)));
  expect(again.surface()).toEqual(model.surface());
  const [post] = evenings;
  if (!post) throw new Error('there is a post');
  const updated = again.update(post);
  expect(updated.posts).toBe(model.posts + 1);
  expect(updated.update(post).posts).toBe(model.posts + 1);
});

function atNight(model: PostingTimeModel): number {
  return model.surface()[23]?.uplift.estimate ?? 0;
}

test('content that does well at certain hours is not taken for the hour', () => {
  const videosAtNight = history(400, (at) => (at.getUTCHours() === 22 ? 80 : 15) * noise());
  const labelled = videosAtNight.map((post, index) => {
    const isNight = post.publishedAt.slice(11, 13) === '22';
    const reactions = post.metrics.reactions ?? 0;
    // Some videos go out by day, and do as well there.
    const isVideo = isNight || index % 6 === 0;
    const boosted = isVideo && !isNight ? reactions * 5 : reactions;
    return { ...post, metrics: { reactions: boosted }, contentType: isVideo ? 'video' : 'photo' };
  });
  const aware = atNight(fitPostingTimes(labelled, options));
  const blind = atNight(fitPostingTimes(labelled, { ...options, controls: [] }));
  expect(aware).toBeLessThan(blind / 2);
});

test('an estimate can be traced to posts', () => {
  const model = fitPostingTimes(evenings, options);
  const best = model.primeSlots(1)[0]?.slot ?? 0;
  const traced = model.trace(best);
  expect(traced).toHaveLength(evenings.length);
  expect(Math.abs(traced[0]?.contribution ?? 0)).toBeGreaterThan(0);
  expect([18, 19, 20]).toContain((traced[0]?.slot ?? 0) % 24);
});

test('proposals say how likely they were', () => {
  const model = fitPostingTimes(evenings, options);
  const chance = seededRandom('proposals');
  const available = [10, 19, 34, 43];
  const counts = new Map<number, number>();
  let inverse = 0;
  for (let round = 0; round < 60; round += 1) {
    const { slot, propensity } = model.propose(chance, available, { draws: 20 });
    expect(propensity).toBeGreaterThan(0);
    expect(propensity).toBeLessThanOrEqual(1);
    counts.set(slot, (counts.get(slot) ?? 0) + 1);
    inverse += 1 / propensity;
  }
  expect([...counts.keys()].every((slot) => available.includes(slot))).toBe(true);
  expect((counts.get(19) ?? 0) + (counts.get(43) ?? 0)).toBeGreaterThan(30);
  expect(inverse / 60).toBeGreaterThan(1);
});

test('a prior from many accounts speaks for one without posts', () => {
  const many = Array.from({ length: 12 }, (_, account) =>
    history(
      100,
      (at) => (at.getUTCHours() >= 17 && at.getUTCHours() < 20 ? 40 : 12) * noise(),
      `account-${account}`,
    ),
  ).flat();
  const provenance = 'made up for this test';
  const prior = fitSlotPrior(many, {
    zone: () => 'Europe/Paris',
    objective: 'engagement',
    now,
    provenance,
    rounds: 3,
  });
  expect([prior.accounts, prior.posts, prior.provenance]).toEqual([12, 1200, provenance]);
  const model = fitPostingTimes([], { ...options, prior });
  const best = model.primeSlots(1)[0];
  expect([18, 19, 20]).toContain((best?.slot ?? 0) % 24);
  expect(best?.priorShare).toBe(1);
  expect(model.signal).toBe('none');
  expect(explainTiming(model)[1]).toMatch(/^Accounts like yours do best around /);
  const trusting = fitPostingTimes([], { ...options, prior, trustPrior: true });
  expect(eveningsOf(trusting)).toBeGreaterThan(eveningsOf(model));
  const again = postingTimeModel(JSON.parse(JSON.stringify(trusting)) as PostingTimeState);
  expect(eveningsOf(again.update(anyPost))).toBeGreaterThan(eveningsOf(model.update(anyPost)));
}, 30_000);

const anyPost = evenings[0] as PostObservation;

/** How many of sixty proposed hours are in the evening. */
function eveningsOf(model: PostingTimeModel): number {
  const chance = seededRandom('evenings');
  const week = Array.from({ length: 168 }, (_, slot) => slot);
  const chosen = week.slice(0, 60).map(() => model.propose(chance, week, { draws: 1 }).slot % 24);
  return chosen.filter((hour) => hour >= 18 && hour <= 20).length;
}

/** How large the effects are that a prior expects, learnt where evenings bring so many reactions. */
function strengthOf(evening: number): number {
  const many = Array.from({ length: 8 }, (_, account) =>
    history(
      100,
      (at) => (at.getUTCHours() >= 17 && at.getUTCHours() < 20 ? evening : 12) * noise(),
      `account-${account}`,
    ),
  ).flat();
  const known = { objective: 'engagement', now, provenance: 'made up for this test' } as const;
  const { mean, basis } = fitSlotPrior(many, { ...known, zone: () => 'Europe/Paris', rounds: 2 });
  return Math.hypot(...mean, ...basis);
}

test('a prior knows how strong hours are on its network', () => {
  expect(strengthOf(120)).toBeGreaterThan(2 * strengthOf(12));
}, 30_000);

test('hours are explained in French too', () => {
  const model = fitPostingTimes(evenings, options);
  const best = model.primeSlots(1)[0];
  if (!best) throw new Error('there is a best hour');
  expect(explainSlot(best, { language: 'fr' })).toMatch(/ à (18|19|20) h\u00a0: environ \d+/);
  expect(explainTiming(model, { language: 'fr' })[0]).toMatch(/^Vos publications marchent/);
});
