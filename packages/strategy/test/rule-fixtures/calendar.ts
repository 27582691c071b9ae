import { first, type RuleFixture } from './rule-fixture.ts';

/** The planned posts against the plan. */
export const calendarFixtures: readonly RuleFixture[] = [
  {
    rule: 'strategy/calendar/double-booking',
    failing: (_s, { publications }) => void (publications[1]!.at = first(publications).at),
    passing: (_s, { publications }) =>
      void (publications[1]!.at = { ...first(publications).at, time: '12:01' }),
  },
  {
    rule: 'strategy/calendar/quiet-hours',
    failing: (_s, { publications }) =>
      void (first(publications).at = { ...first(publications).at, time: '06:59' }),
    passing: (_s, { publications }) =>
      void (first(publications).at = {
        ...first(publications).at,
        time: '01:00',
        zone: 'America/Montreal',
      }),
  },
  {
    rule: 'strategy/calendar/skipped-hour',
    failing: (_s, { publications }) =>
      void Object.assign(first(publications).at, { date: '2027-03-28', time: '02:30' }),
    passing: (_s, { publications }) =>
      void Object.assign(first(publications).at, { date: '2027-03-28', time: '03:00' }),
  },
  {
    rule: 'strategy/calendar/blackout',
    failing: (_s, { publications }) => void (first(publications).at.date = '2027-02-22'),
    passing: (_s, { publications }) => void (first(publications).at.date = '2027-02-23'),
  },
  {
    rule: 'strategy/calendar/approval-time',
    failing: (_s, { publications }) => void (first(publications).at.date = '2026-12-29'),
    passing: (_s, { publications }) => void (first(publications).at.date = '2026-12-30'),
  },
  {
    rule: 'strategy/calendar/linked',
    failing: (_s, { publications }) => void delete first(publications).draft.pillar,
    passing: (_s, { publications }) => void (first(publications).draft.pillar = 'craft'),
  },
  {
    rule: 'strategy/calendar/utm',
    failing: (_s, { publications }) =>
      void (first(first(publications).draft.items).link = { url: 'https://fournil.example/shop' }),
    passing: (_s, { publications }) =>
      void (first(first(publications).draft.items).link = { url: 'https://museum.example' }),
  },
  {
    rule: 'strategy/calendar/channel',
    failing: (_s, { publications }) =>
      void (first(publications).account = { platform: 'mastodon', id: 'other' }),
    passing: (s, { publications }) => {
      const account = { platform: 'mastodon', id: 'other' };
      s.channels.push({ ...first(s.channels), account });
      first(publications).account = account;
    },
  },
  {
    rule: 'strategy/calendar/cadence',
    failing: (_s, { publications }) => void publications.splice(4),
    passing: (_s, { publications }) => void publications.pop(),
  },
  {
    rule: 'strategy/calendar/mix',
    failing: (_s, { publications }) =>
      publications.forEach(({ draft }) => void (draft.pillar = 'shop')),
    passing: (_s, { publications }) =>
      publications.forEach(
        ({ draft }, index) => void (draft.pillar = index < 2 ? 'shop' : 'craft'),
      ),
  },
];
