import { first, type RuleFixture } from './rule-fixture.ts';

const euros = (amount: number) => ({ minor: amount * 100, currency: 'EUR' });

/** The money. */
export const budgetFixtures: readonly RuleFixture[] = [
  {
    rule: 'strategy/budget/sum',
    failing: (s) => void (s.budget.total.minor += 1),
    passing: (s) => {
      s.budget.total.minor += 1;
      first(s.budget.lines).amount.minor += 1;
    },
  },
  {
    rule: 'strategy/budget/currency',
    failing: (s) => void (s.budget.lines[1]!.amount.currency = 'USD'),
    passing: (s) => void (s.budget.lines[1]!.name = 'USD'),
  },
  {
    rule: 'strategy/budget/negative',
    failing: (s) => void (s.budget.lines[1]!.amount = euros(-1)),
    passing: (s) => void (s.budget.lines[1]!.amount = euros(0)),
  },
  {
    rule: 'strategy/budget/contingency',
    failing: (s) => void (s.budget.lines[2]!.amount = euros(40)),
    passing: (s) => void (s.budget.lines[2]!.amount = euros(50)),
  },
  {
    rule: 'strategy/budget/reallocation',
    failing: (s) => void (s.budget.reallocation!.maxShare = 0.3),
    passing: (s) => void (s.budget.reallocation!.maxShare = 0.25),
  },
  {
    rule: 'strategy/budget/labour',
    failing: (s) => void (first(s.budget.lines).kind = 'tools'),
    passing: (s) => void (first(s.budget.lines).amount = euros(1)),
  },
  {
    rule: 'strategy/budget/overspent',
    failing: (s) => void (s.budget.lines[1]!.actual = euros(201)),
    passing: (s) => void (s.budget.lines[1]!.actual = euros(200)),
  },
  {
    rule: 'strategy/budget/campaigns',
    failing: (s) => void (first(s.campaigns).budget = euros(1001)),
    passing: (s) => void (first(s.campaigns).budget = euros(1000)),
  },
  {
    rule: 'strategy/budget/unit',
    failing: (s) => void (first(s.campaigns).budget = euros(501)),
    passing: (s) => void (first(s.campaigns).budget = euros(500)),
  },
];
