import { type Mutation, simulate, type SimulationOutcome } from '@affiche/publish/simulation';
import { describe, expect, it } from 'vitest';

// Thousands of histories are lived by `npm run simulate`; these few keep it honest on every run.
describe('a simulated history', () => {
  // In the last one a server that is asked for the time does not answer, and our clock is an hour fast.
  it.each(['4', '8', '9', '16', '206796'])(
    '%s loses and doubles nothing',
    async (seed) => {
      const { lost, doubled, ghosts, outdated, isLogWhole } = await harmless({ seed });
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
    expect(await simulate({ seed: '4' })).toEqual(await harmless({ seed: '4' }));
  }, 30_000);
});

interface History {
  readonly seed: string;
  /** Only a clock that jumps all the time is likely to jump while something is looked for. */
  readonly jumpSeconds?: number;
  /** Only where most posts say the same are two of them likely in doubt at once. */
  readonly twinShare?: number;
}

// For each rule the first history that shows that it was broken.
const histories: Readonly<Record<Mutation, History>> = {
  'send-before-arming': { seed: '1' },
  'ignore-revision': { seed: '4' },
  'retry-when-ambiguous': { seed: '3' },
  'believe-absence-at-once': { seed: '10' },
  'believe-the-wall-clock': { seed: '10', jumpSeconds: 10 },
  'believe-a-no-to-a-repeat': { seed: '209' },
  'judge-without-fence': { seed: '4' },
  'take-what-is-anothers': { seed: '231' },
  'arm-beside-a-twin': { seed: '15', twinShare: 0.9 },
  'send-after-its-time': { seed: '3' },
  'never-take-over': { seed: '1' },
  'resend-outside-the-key-window': { seed: '13' },
};

const lived = new Map<string, Promise<SimulationOutcome>>();
/** A history in which every rule is kept; it is lived once, however many tests look at it. */
function harmless(history: History): Promise<SimulationOutcome> {
  const key = JSON.stringify(history);
  const outcome = lived.get(key) ?? simulate(history);
  lived.set(key, outcome);
  return outcome;
}

function faultsOf({ lost, doubled, ghosts, outdated }: SimulationOutcome): string[] {
  return [...lost, ...doubled, ...ghosts, ...outdated];
}

const rules = Object.entries(histories) as [Mutation, History][];

describe.each(rules)('a runner that breaks the rule: %s', (mutation, history) => {
  it('is found out, in a history that harms nobody who keeps it', async () => {
    expect(faultsOf(await simulate({ ...history, mutation }))).not.toEqual([]);
    expect(faultsOf(await harmless(history))).toEqual([]);
  }, 30_000);
});
