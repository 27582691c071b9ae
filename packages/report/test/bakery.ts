import {
  accountKey,
  type Calendar,
  type Preview,
  type Publication,
  type Reading,
  seededRandom,
} from '@affiche/core';
import type { ReportInput } from '@affiche/report';
import { scorecard } from '@affiche/kpi';
import {
  attribute,
  bootstrapCredit,
  journeysFromPaths,
  lastTouch,
  markov,
} from '@affiche/kpi/attribution';
import { roi } from '@affiche/kpi/roi';
import { bluesky, euros, mastodon, strategy } from './bakery-strategy.ts';

const costs = [
  { id: 'labour', kind: 'labour', amount: euros(64_000) },
  { id: 'photos', kind: 'production', amount: euros(48_000) },
  { id: 'cakes', kind: 'prizes', amount: euros(7200) },
  { id: 'tools', kind: 'tools', amount: euros(9600) },
  { id: 'boosts', kind: 'media', amount: euros(12_000) },
] as const;
const revenue = [
  {
    id: 'cakes',
    amount: euros(312_000),
    low: euros(240_000),
    high: euros(380_000),
    marginRate: 0.62,
    model: 'last non-direct click, 30 days',
  },
];

/** A bakery's first quarter: what a real report is made of, the same every time. */
export function bakery(): ReportInput {
  return {
    strategy,
    calendar: calendar(),
    timing: { surface: surface },
    readings: readings(),
    scorecard: scorecard(strategy, readings(), { asOf: '2027-03-07T08:00:00Z' }),
    previews: previews(),
    attribution,
    roi: roi(costs, revenue),
    findings: [
      {
        rule: 'strategy/mix/pillar-share',
        severity: 'warning',
        path: ['pillars', 2, 'share'],
        message: 'The pillar \u201cNeighbours\u201d has fewer posts than its share.',
        measured: 0.11,
        limit: 0.2,
        unit: 'of posts',
        fix: 'Add three ideas about the neighbourhood, or lower the share.',
      },
      {
        rule: 'strategy/crisis/playbook',
        severity: 'info',
        path: ['crisis'],
        message: 'There is no plan for a crisis.',
        fix: 'Write down who answers, and how soon, before it is needed.',
      },
    ],
  };
}

const journeys = journeysFromPaths({
  paths: [
    'Search',
    'Bluesky > Search',
    'Mastodon > Bluesky > Search',
    'Newsletter',
    'Bluesky > Newsletter',
    'Mastodon > Newsletter > Search',
    'Bluesky',
    'Mastodon',
  ],
  conversions: [14, 12, 6, 13, 9, 9, 12, 9],
  nulls: [300, 120, 40, 90, 60, 30, 420, 310],
});
const removal = markov({ order: 2 });
const attribution = [
  attribute(journeys, lastTouch()),
  {
    ...attribute(journeys, removal),
    channels: bootstrapCredit(journeys, removal, { random: seededRandom('credit') }),
  },
];

const texts = [
  'Our sourdough is twelve years old. His name is Gustave, he eats twice a day and has never taken a holiday.',
  'The rye comes out at eleven, and you can smell it from the tram.',
  'Why does our bread keep for four days? Because the dough rested eighteen hours in the cold before it met the oven.',
  'Madame Roux has bought the same baguette here every morning since 1987. Today she showed us how to shape one.',
];

const photograph = {
  source: { path: 'images/rye.jpg' },
  kind: 'image' as const,
  mimeType: 'image/jpeg',
  bytes: 240_000,
  width: 1600,
  height: 1000,
  alt: 'Six dark rye loaves on a wooden board, dusted with flour.',
};

function calendar(): Calendar {
  const random = seededRandom('7');
  const publications: Publication[] = [];
  for (let day = 0; day < 84; day += 1) {
    const date = new Date(Date.UTC(2027, 0, 4 + day)).toISOString().slice(0, 10);
    const pillar =
      ['craft', 'batch', 'craft', 'batch', 'neighbours'][Math.floor(random() * 5)] ?? '';
    const text = texts[Math.floor(random() * 4)] ?? '';
    const media = random() < 0.3 ? [photograph] : [];
    const closed = date >= '2027-02-15' && date <= '2027-02-18';
    for (const account of [bluesky, mastodon]) {
      if (closed || random() > 0.66) continue;
      publications.push({
        id: `${account.platform}-${date}`,
        account,
        draft: {
          id: `idea-${date}`,
          language: 'en',
          pillar,
          items: [{ text, media, role: 'post' }],
        },
        at: {
          date,
          time: `${random() < 0.5 ? 12 : 18}:${random() < 0.5 ? '15' : '30'}`,
          zone: 'Europe/Paris',
          disambiguation: 'compatible',
        },
        options: {},
        priority: 'normal',
        misfire: { policy: 'fire-within', graceSeconds: 3600 },
        threadFailure: 'stop',
        uncertain: 'park',
      });
    }
  }
  const zone = { start: '2027-01-03T23:00:00Z', end: '2027-03-28T22:00:00Z' };
  return { ...zone, publications, unplaced: [], findings: [] };
}

function previews(): Record<string, Preview> {
  return Object.fromEntries(
    calendar().publications.map(({ id, account, draft }) => {
      const limit = account.platform === 'bluesky' ? 300 : 500;
      const items = draft.items.map(({ text, media }) => ({
        segments: [
          { text: `${text} ` },
          { text: '#sourdough', href: `https://${account.platform}.example/tags/sourdough` },
        ],
        length: { measured: text.length + 11, limit, unit: 'graphemes' },
        media,
      }));
      return [id, { platform: account.platform, items }];
    }),
  );
}

function surface() {
  const random = seededRandom('11');
  return Array.from({ length: 168 }, (_, slot) => {
    const hour = slot % 24;
    const bump = (peak: number, width: number) => Math.exp(-((hour - peak) ** 2) / width);
    const night = bump(3, 20) + bump(27, 20);
    const weekend = slot >= 120 ? 0.04 : 0;
    const estimate =
      0.18 * bump(12.3, 6) +
      0.14 * bump(18.5, 5) -
      0.12 * night +
      weekend +
      (random() - 0.5) * 0.04 -
      0.03;
    const half = 0.06 + 0.2 * night + random() * 0.05;
    const effectivePosts = Math.max(0.1, 14 - 90 * (half - 0.06));
    return {
      slot,
      uplift: { estimate, low: estimate - half, high: estimate + half, level: 0.9 },
      probTop: 0,
      effectivePosts,
      priorShare: 0.4,
      signal:
        half > 0.22
          ? ('none' as const)
          : half > 0.14
            ? ('thin' as const)
            : half > 0.085
              ? ('moderate' as const)
              : ('strong' as const),
    };
  });
}

function readings(): Reading[] {
  const random = seededRandom('3');
  const common = { scope: 'organic', source: 'test' } as const;
  const accounts = ['bluesky:did:plc:aubepine', 'mastodon:42@mastodon.social'];
  const followers = accounts.flatMap((id, index) => {
    let value = index === 0 ? 820 : 360;
    return Array.from({ length: 63 }, (_, day): Reading => {
      value += Math.round(random() * (index === 0 ? 8 : 4.2) - 1);
      const asOf = new Date(Date.UTC(2027, 0, 4 + day, 6)).toISOString();
      return {
        ...common,
        subject: { kind: 'account', id },
        fact: 'followers',
        value,
        window: 'lifetime',
        asOf,
      };
    });
  });
  const out = calendar().publications.filter(({ at }) => at.date < '2027-03-08');
  const posts = out.flatMap((publication) =>
    (['reactions', 'comments', 'shares'] as const).map((fact, index): Reading => ({
      scope: 'organic',
      source: 'test',
      subject: {
        kind: 'post',
        id: publication.id,
        platform: publication.account.platform,
        account: accountKey(publication.account),
        publication: publication.id,
      },
      fact,
      value: Math.floor((random() * 34) / (index * 2.2 + 1)),
      window: 'lifetime',
      asOf: '2027-03-07T06:00:00Z',
      publishedAt: `${publication.at.date}T${publication.at.time}:00+01:00`,
    })),
  );
  return [...followers, ...posts];
}
