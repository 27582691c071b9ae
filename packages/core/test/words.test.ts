import {
  Account,
  accountKey,
  Calendar,
  Draft,
  epochMilliseconds,
  Finding,
  formatFinding,
  formatPath,
  hasErrors,
  instant,
  Instant,
  Manifest,
  Media,
  MisfirePolicy,
  PlainDate,
  Publication,
  Reading,
  Reconciled,
  Step,
  StepResult,
  Subject,
  WallTime,
  Zone,
} from '@affiche/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('time', () => {
  test('an instant is read and written back to the millisecond', () => {
    const range = { min: Date.UTC(1970, 0, 1), max: Date.UTC(2200, 0, 1) };
    fc.assert(
      fc.property(fc.integer(range), (milliseconds) => {
        expect(epochMilliseconds(instant(milliseconds))).toBe(milliseconds);
        expect(Instant.parse(instant(milliseconds))).toBe(instant(milliseconds));
      }),
    );
  });

  test('an instant names its offset', () => {
    expect(epochMilliseconds('2027-01-04T08:00:00+01:00')).toBe(Date.UTC(2027, 0, 4, 7));
    expect(Instant.safeParse('2027-01-04T08:00:00').success).toBe(false);
    expect(Instant.safeParse('2027-01-04').success).toBe(false);
  });

  test('a plain date is a day that exists', () => {
    expect(PlainDate.safeParse('2028-02-29').success).toBe(true);
    for (const date of ['2027-02-29', '2027-13-01', '2027-1-4', '04/01/2027', '2027-01-04T00:00']) {
      expect([date, PlainDate.safeParse(date).success]).toEqual([date, false]);
    }
  });

  test.each(['Europe/Paris', 'UTC', 'America/Argentina/Buenos_Aires', 'Asia/Calcutta'])(
    'Zone knows %s',
    (zone) => {
      expect(Zone.parse(zone)).toBe(zone);
    },
  );

  test.each(['+01:00', '-05:00', 'Europe/Atlantis', '', 'local', 'GMT+1', ' Europe/Paris'])(
    'Zone refuses %j',
    (zone) => {
      expect(Zone.safeParse(zone).success).toBe(false);
    },
  );

  test('a wall time says what to do when the clocks change', () => {
    const wall = WallTime.parse({ date: '2027-03-28', time: '02:30', zone: 'Europe/Paris' });
    expect(wall.disambiguation).toBe('compatible');
    for (const time of ['24:00', '8:30', '08:60', '08:30:60', '08:30Z']) {
      expect([time, WallTime.safeParse({ ...wall, time }).success]).toEqual([time, false]);
    }
    expect(WallTime.safeParse({ ...wall, time: '08:30:59' }).success).toBe(true);
  });
});

describe('an account', () => {
  test('has one key, with its server where the network has several', () => {
    expect(accountKey({ platform: 'x', id: '7', handle: '@bakery' })).toBe('x:7');
    expect(accountKey({ platform: 'mastodon', id: '42', host: 'mastodon.social' })).toBe(
      'mastodon:42@mastodon.social',
    );
  });

  test('has an id', () => {
    expect(Account.safeParse({ platform: 'x', id: '' }).success).toBe(false);
  });
});

describe('findings', () => {
  const finding: Finding = {
    rule: 'x/text/weighted-length',
    severity: 'warning',
    path: ['items', 0, 'media', 1, 'alt'],
    message: 'Long.',
    fix: 'Shorten it.',
  };

  test('are lines that a person can read', () => {
    expect(formatFinding(finding)).toBe(
      'warning items[0].media[1].alt: Long. Shorten it. [x/text/weighted-length]',
    );
    expect(formatFinding({ ...finding, path: [], measured: 0 })).toBe(
      'warning: Long. (0) Shorten it. [x/text/weighted-length]',
    );
    expect(formatFinding({ ...finding, measured: 3, limit: 2, unit: 'images' })).toContain(
      '(3 of 2 images)',
    );
    expect(formatPath([0, 'text'])).toBe('[0].text');
  });

  test('stop publication only when they are errors', () => {
    expect(hasErrors([finding, { ...finding, severity: 'info' }])).toBe(false);
    expect(hasErrors([finding, { ...finding, severity: 'error' }])).toBe(true);
  });

  test('have a rule of at least two parts', () => {
    expect(Finding.safeParse({ ...finding, rule: 'length' }).success).toBe(false);
    expect(Finding.safeParse({ ...finding, rule: 'X/Text' }).success).toBe(false);
  });
});

describe('defaults', () => {
  test('a draft needs an id and an item', () => {
    const draft = Draft.parse({ id: 'a', items: [{}] });
    expect(draft.items).toEqual([{ text: '', media: [], role: 'post' }]);
    expect(Draft.safeParse({ id: 'a', items: [] }).success).toBe(false);
  });

  test('a poll takes one answer, a publication is careful', () => {
    const publication = Publication.parse({
      id: 'p',
      draft: {
        id: 'a',
        items: [{ poll: { options: ['yes', 'no'], durationSeconds: 3600 } }],
      },
      account: { platform: 'x', id: '7' },
      at: { date: '2027-01-04', time: '08:30', zone: 'Europe/Paris' },
    });
    expect(publication).toMatchObject({
      options: {},
      priority: 'normal',
      misfire: { policy: 'fire-within', graceSeconds: 3600 },
      threadFailure: 'stop',
      uncertain: 'park',
    });
    expect(publication.draft.items[0]?.poll?.multiple).toBe(false);
  });

  test('a calendar may have placed everything without a remark', () => {
    const period = { start: '2027-01-04T00:00:00Z', end: '2027-03-28T00:00:00Z' };
    expect(Calendar.parse({ ...period, publications: [] })).toEqual({
      ...period,
      publications: [],
      unplaced: [],
      findings: [],
    });
  });

  test('parsing twice changes nothing', () => {
    const draft = Draft.parse({ id: 'a', items: [{ text: 'b' }] });
    expect(Draft.parse(draft)).toEqual(draft);
  });
});

function takesLink(url: string): boolean {
  return Draft.safeParse({ id: 'a', items: [{ link: { url } }] }).success;
}

describe('refusals', () => {
  const media = { source: { path: 'a.jpg' }, kind: 'image', mimeType: 'image/jpeg', bytes: 3 };

  test('media have whole, positive measures and a known kind', () => {
    expect(Media.safeParse(media).success).toBe(true);
    for (const change of [{ bytes: -1 }, { width: 0.5 }, { kind: 'hologram' }, { source: {} }]) {
      expect(Media.safeParse({ ...media, ...change }).success).toBe(false);
    }
  });

  test('a link is a web address', () => {
    expect(takesLink('https://example.com/?a=b')).toBe(true);
    expect(takesLink('javascript:alert(1)')).toBe(false);
    expect(takesLink('example.com')).toBe(false);
  });

  test('a misfire policy has the grace that it needs', () => {
    expect(MisfirePolicy.safeParse({ policy: 'fire-within' }).success).toBe(false);
    expect(MisfirePolicy.safeParse({ policy: 'fire-within', graceSeconds: 1 }).success).toBe(true);
  });

  test('a reading may be negative, never absent', () => {
    const reading = {
      subject: Subject.parse({ kind: 'post', id: '1' }),
      fact: 'reactions',
      value: -2,
      window: 'lifetime',
      scope: 'organic',
      asOf: '2027-01-04T08:00:00Z',
      source: 'linkedin',
    };
    expect(Reading.safeParse(reading).success).toBe(true);
    expect(Reading.safeParse({ ...reading, value: null }).success).toBe(false);
    expect(Reading.safeParse({ ...reading, value: Number.NaN }).success).toBe(false);
    expect(Reading.safeParse({ ...reading, fact: 'like_count' }).success).toBe(false);
  });

  test('a step, its result and a reconciliation are of known kinds', () => {
    expect(StepResult.safeParse({ status: 'maybe' }).success).toBe(false);
    expect(Reconciled.safeParse({ status: 'inconclusive', why: 'no list' }).success).toBe(true);
    expect(Step.safeParse({ id: 'post-0', kind: 'create' }).success).toBe(false);
  });

  test('a manifest dates and sources what it promises', () => {
    const manifest = {
      platform: 'club',
      name: 'Club',
      documentation: 'https://example.com',
      verifiedAt: '2026-11-21',
      capabilities: [],
      limits: { text: { value: 10, unit: 'characters', confidence: 'official' } },
      rates: [],
      facts: [],
      credentials: [],
    };
    expect(Manifest.safeParse(manifest).success).toBe(false);
    const source = { url: 'https://example.com', verifiedAt: '2026-11-21' };
    const limits = { text: { ...manifest.limits.text, source } };
    expect(Manifest.safeParse({ ...manifest, limits }).success).toBe(true);
  });
});
