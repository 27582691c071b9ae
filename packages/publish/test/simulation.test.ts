import { type Mutation, mutations, simulate } from '@affiche/publish/simulation';
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
  'believe-absence-at-once': '15',
  'believe-the-wall-clock': '475',
  'believe-a-no-to-a-repeat': '32',
  'judge-without-fence': '1',
  'take-what-is-anothers': '616',
  'arm-beside-a-twin': '20234',
  'send-after-its-time': '1',
  'never-take-over': '1',
  'resend-outside-the-key-window': '9',
};

describe.each(mutations)('a runner that breaks the rule: %s', (mutation) => {
  it('is found out', async () => {
    const seed = seeds[mutation];
    const { lost, doubled, ghosts, outdated } = await simulate({ seed, mutation });
    expect([...lost, ...doubled, ...ghosts, ...outdated]).not.toEqual([]);
  }, 30_000);
});
