import { defineStrategy } from '@affiche/strategy';

/** The bakery's accounts. */
export const bluesky = { platform: 'bluesky', id: 'did:plc:aubepine', handle: '@aubepine.example' };
/** The bakery's other account. */
export const mastodon = {
  platform: 'mastodon',
  id: '42',
  host: 'mastodon.social',
  handle: '@aubepine',
};

/** Cents as money. */
export const euros = (minor: number) => ({ minor, currency: 'EUR' });

/** What the bakery wants of its first quarter. */
export const strategy = defineStrategy({
  id: 'aubepine-2027',
  client: { name: 'Boulangerie Aub\u00e9pine', kind: 'company' },
  zone: 'Europe/Paris',
  language: 'en',
  currency: 'EUR',
  period: { from: '2027-01-04', to: '2027-03-28' },
  objectives: [
    objective('audience', 'An audience of 1,500', 'audience_size', 1180, 1500, 'count'),
    objective('talk', '2,000 reactions, replies and shares', 'engagements', 0, 2000, 'count'),
    objective(
      'rate',
      'An engagement rate of 4.8% a post',
      'er_by_followers_post',
      0.03,
      0.048,
      'fraction',
    ),
    objective('orders', '90 cake orders by message', 'leads', 0, 90, 'count'),
  ],
  channels: [
    { account: bluesky, role: 'The daily batch', cadence: { perWeek: { min: 4, max: 5 } } },
    { account: mastodon, role: 'The craft', cadence: { perWeek: { min: 4, max: 5 } } },
  ],
  pillars: [
    { id: 'craft', name: 'The craft', share: 0.4 },
    { id: 'batch', name: 'The daily batch', share: 0.4 },
    { id: 'neighbours', name: 'Neighbours', share: 0.2 },
  ],
  blackouts: [{ from: '2027-02-15', to: '2027-02-18', reason: 'Closed for holidays' }],
  budget: {
    total: { minor: 180_000, currency: 'EUR' },
    lines: [
      line('labour', 'labour', 'Six hours a week', 96_000, 64_000),
      line('photos', 'production', 'Two mornings of photography', 48_000, 48_000),
      line('cakes', 'contests', 'Twelve cakes to win', 21_600, 7200),
      line('tools', 'tools', 'Tools', 14_400, 9600),
    ],
  },
});

function objective(
  id: string,
  name: string,
  kpi: string,
  baseline: number,
  target: number,
  unit: string,
) {
  const days = { from: '2027-01-04', by: '2027-03-28' };
  return { id, name, kind: 'loyalty', kpi, baseline, target, unit, owner: 'ines', ...days };
}

function line(id: string, kind: string, name: string, planned: number, spent: number) {
  return { id, kind, name, amount: euros(planned), actual: euros(spent) };
}
