import { first, type RuleFixture } from './rule-fixture.ts';

const everyDay = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The people, and when they are there. */
export const teamFixtures: readonly RuleFixture[] = [
  {
    rule: 'strategy/team/one-accountable',
    failing: (s) => void first(s.team.responsibilities).accountable.push('ines'),
    passing: (s) => void (first(s.team.responsibilities).accountable = ['ines']),
  },
  {
    rule: 'strategy/team/responsible',
    failing: (s) => void (first(s.team.responsibilities).responsible = []),
    passing: (s) => void first(s.team.responsibilities).responsible.push('karim'),
  },
  {
    rule: 'strategy/team/overloaded',
    failing: (s) =>
      void (s.team.responsibilities = Array.from({ length: 6 }, () =>
        first(s.team.responsibilities),
      )),
    passing: (s) =>
      void (s.team.responsibilities = Array.from({ length: 5 }, () =>
        first(s.team.responsibilities),
      )),
  },
  {
    rule: 'strategy/team/known',
    failing: (s) => void first(s.team.responsibilities).informed.push('nobody'),
    passing: (s) => void first(s.team.responsibilities).informed.push('karim'),
  },
  {
    rule: 'strategy/team/approver',
    failing: (s) => void (first(s.team.members).roles = ['community-manager']),
    passing: (s) => void (first(s.team.members).roles = ['community-manager', 'account-director']),
  },
  {
    rule: 'strategy/team/publisher',
    failing: (s) => void (first(s.team.members).roles = ['social-media-manager']),
    passing: (s) => void (first(s.team.members).roles = ['community-manager']),
  },
  {
    rule: 'strategy/team/approval-role',
    failing: (s) => void s.team.approvals.push('legal-counsel'),
    passing: (s) => void (s.team.approvals = []),
  },
  {
    rule: 'strategy/team/capacity',
    failing: (s) => void (first(s.channels).hoursPerPost = 3.6),
    passing: (s) => void (first(s.channels).hoursPerPost = 3.5),
  },
  {
    rule: 'strategy/roster/uncovered',
    failing: (s) => void (first(s.team.roster!.shifts).to = '11:59'),
    passing: (s) => void (first(s.team.roster!.shifts).from = '08:00'),
  },
  {
    rule: 'strategy/roster/unsustainable',
    failing: (s) =>
      void (s.team.roster!.shifts = [
        { member: 'ines', days: [...everyDay], from: '00:00', to: '00:00' },
      ]),
    passing: (s) =>
      void (s.team.roster!.shifts = [
        { member: 'ines', days: everyDay.slice(0, 6), from: '09:00', to: '17:00' },
      ]),
  },
  {
    rule: 'strategy/roster/known',
    failing: (s) => void (first(s.team.roster!.shifts).member = 'nobody'),
    passing: (s) => void (first(s.team.roster!.shifts).member = 'karim'),
  },
];
