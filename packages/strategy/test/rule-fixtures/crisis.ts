import { first, type RuleFixture } from './rule-fixture.ts';

/** When things go wrong, and when something can be won. */
export const crisisFixtures: readonly RuleFixture[] = [
  {
    rule: 'strategy/crisis/playbook',
    failing: (s) => void delete s.crisis,
    passing: (s) => void s.crisis!.levels.pop(),
  },
  {
    rule: 'strategy/crisis/triggers',
    failing: (s) => void (first(s.crisis!.levels).triggers = []),
    passing: (s) => void Object.assign(first(s.crisis!.levels), { level: 0, triggers: [] }),
  },
  {
    rule: 'strategy/crisis/approver',
    failing: (s) => void delete first(s.crisis!.levels).approver,
    passing: (s) => void (first(s.crisis!.levels).approver = 'ines'),
  },
  {
    rule: 'strategy/crisis/backup',
    failing: (s) => void (first(s.crisis!.levels).backup = 'karim'),
    passing: (s) =>
      void Object.assign(first(s.crisis!.levels), { approver: 'ines', backup: 'karim' }),
  },
  {
    rule: 'strategy/crisis/holding-statement',
    failing: (s) => void delete first(s.crisis!.levels).holdingStatement,
    passing: (s) => void (first(s.crisis!.levels).holdingStatement = 'Hold.'),
  },
  {
    rule: 'strategy/crisis/respond-within-minutes',
    failing: (s) => void delete first(s.crisis!.levels).respondWithinMinutes,
    passing: (s) => void (first(s.crisis!.levels).respondWithinMinutes = 1),
  },
  {
    rule: 'strategy/crisis/order',
    failing: (s) => void (s.crisis!.levels[1]!.mentionFactor = 2),
    passing: (s) => void (s.crisis!.levels[1]!.mentionFactor = 3),
  },
  {
    rule: 'strategy/crisis/rehearsal',
    failing: (s) => void (s.crisis!.rehearsedOn = '2025-12-27'),
    passing: (s) => void (s.crisis!.rehearsedOn = '2025-12-28'),
  },
  {
    rule: 'strategy/crisis/spokesperson',
    failing: (s) => void s.crisis!.spokespeople.push('karim'),
    passing: (s) => {
      s.crisis!.spokespeople.push('karim');
      s.team.members[1]!.spokesperson = true;
    },
  },
  {
    rule: 'strategy/contest/rules',
    failing: (s) => void delete first(s.contests).rulesUrl,
    passing: (s) => void (s.contests = []),
  },
  {
    rule: 'strategy/contest/eligibility',
    failing: (s) => void (first(s.contests).countries = []),
    passing: (s) => void (first(s.contests).minimumAge = 0),
  },
  {
    rule: 'strategy/contest/dates',
    failing: (s) => void delete first(s.contests).zone,
    passing: (s) => void (first(s.contests).to = '2027-01-11'),
  },
  {
    rule: 'strategy/contest/prizes',
    failing: (s) => void delete first(first(s.contests).prizes).value,
    passing: (s) => void first(s.contests).prizes.push({ ...first(first(s.contests).prizes) }),
  },
  {
    rule: 'strategy/contest/selection',
    failing: (s) => void delete first(s.contests).selection,
    passing: (s) => void (first(s.contests).selection = 'draw'),
  },
  {
    rule: 'strategy/contest/release',
    failing: (s) => void (first(s.contests).platformReleased = false),
    passing: (s) => void (first(s.contests).platformReleased = true),
  },
  {
    rule: 'strategy/contest/disclaimer',
    failing: (s) => void (first(s.contests).platformDisclaimed = false),
    passing: (s) => void (first(s.contests).platformDisclaimed = true),
  },
  {
    rule: 'strategy/contest/tagging',
    failing: (s) => void first(s.contests).entry.push('tag-self-in-photo'),
    passing: (s) => void first(s.contests).entry.push('comment'),
  },
  {
    rule: 'strategy/contest/timeline',
    failing: (s) =>
      void Object.assign(first(s.contests), { platforms: ['facebook'], entry: ['tag-friend'] }),
    passing: (s) =>
      void Object.assign(first(s.contests), { platforms: ['mastodon'], entry: ['tag-friend'] }),
  },
  {
    rule: 'strategy/contest/local-law',
    failing: (s) => void (first(s.contests).localLawChecked = false),
    passing: (s) => void (first(s.contests).localLawChecked = true),
  },
];
