import { type Mutation, simulate } from '@affiche/publish/simulation';
import { describe, expect, it } from 'vitest';

// Thousands of histories are lived by `npm run simulate`; these few keep it honest on every run.
describe('a simulated history', () => {
  it.each(['4', '8', '9', '16'])(
    '%s loses and doubles nothing',
    async (seed) => {
      const { lost, doubled, ghosts, outdated, isLogWhole } = await simulate({ seed });
      expect({ lost, doubled, ghosts, outdated, isLogWhole }).toEqual({
        lost: [],
        doubled: [],
        ghosts: [],
        outdated: [],
        isLogWhole: true,
      });
    },
    30_000,
  );

  it('is the same for the same seed', async () => {
    expect(await simulate({ seed: '4' })).toEqual(await simulate({ seed: '4' }));
  }, 30_000);
});

// For each rule the first seed whose history shows that it was broken.
// One history in twenty thousand has twins that swap evidence: `npm run simulate` looks for it, and the
// conformance kit holds every outbox to that rule.
const seeds: Readonly<Record<Exclude<Mutation, 'arm-beside-a-twin'>, string>> = {
  'send-before-arming': '1',
  'ignore-revision': '10',
  'retry-when-ambiguous': '4',
  'believe-absence-at-once': '15',
  'believe-the-wall-clock': '616',
  'believe-a-no-to-a-repeat': '88',
  'judge-without-fence': '4',
  'take-what-is-anothers': '616',
  'send-after-its-time': '1',
  'never-take-over': '1',
  'resend-outside-the-key-window': '13',
};

const rules = Object.entries(seeds) as [Mutation, string][];

describe.each(rules)('a runner that breaks the rule: %s', (mutation, seed) => {
  it('is found out', async () => {
    const { lost, doubled, ghosts, outdated } = await simulate({ seed, mutation });
    expect([...lost, ...doubled, ...ghosts, ...outdated]).not.toEqual([]);
  }, 30_000);
});
