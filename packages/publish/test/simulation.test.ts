import { type Mutation, simulate, type SimulationOutcome } from '@affiche/publish/simulation';
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
const seeds: Readonly<Record<Mutation, string>> = {
  'send-before-arming': '1',
  'ignore-revision': '10',
  'retry-when-ambiguous': '4',
  'believe-absence-at-once': '3',
  'believe-the-wall-clock': '34',
  'believe-a-no-to-a-repeat': '413',
  'judge-without-fence': '3',
  'take-what-is-anothers': '318',
  'arm-beside-a-twin': '608',
  'send-after-its-time': '13',
  'never-take-over': '1',
  'resend-outside-the-key-window': '13',
};

function faultsOf({ lost, doubled, ghosts, outdated }: SimulationOutcome): string[] {
  return [...lost, ...doubled, ...ghosts, ...outdated];
}

const rules = Object.entries(seeds) as [Mutation, string][];

describe.each(rules)('a runner that breaks the rule: %s', (mutation, seed) => {
  // Only a clock that jumps all the time is likely to jump while something is looked for.
  const history = { seed, ...(mutation === 'believe-the-wall-clock' && { jumpSeconds: 10 }) };
  it('is found out, in a history that harms nobody who keeps it', async () => {
    expect(faultsOf(await simulate({ ...history, mutation }))).not.toEqual([]);
    expect(faultsOf(await simulate(history))).toEqual([]);
  }, 30_000);
});
