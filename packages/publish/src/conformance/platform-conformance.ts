import { accountKey, type AnyPlatform, canonicalJson, hasErrors, type Step } from '@affiche/core';
import { memoryVault } from '../vault/memory-vault.ts';
import { type ConformanceCase, expectSame } from './conformance-case.ts';
import {
  type ConformanceSandbox,
  draftOf,
  findingsIn,
  followUp,
  stepsOf,
  textsOf,
} from './conformance-sandbox.ts';
import { boundaries, type Doom, mishaps } from './doomed.ts';
import { offerCases } from './offer-cases.ts';
import { publishOnce, survive } from './survival.ts';

/**
 * What every adapter promises, as cases for any test runner: at most one visible effect wherever a
 * process dies and whatever the network does, that the runner finds its way back, and that the
 * manifest and the check agree.
 *
 * The manifest decides what is published: a thread where it offers threads, else a post with a comment,
 * else a post alone. For what it does not offer there is a case in the place of others, marked `lacks`.
 */
export function platformConformance(
  platform: AnyPlatform,
  sandbox: ConformanceSandbox,
): ConformanceCase[] {
  const { account, credentials } = sandbox;
  const trial = { platform, sandbox, vault: memoryVault({ [accountKey(account)]: credentials }) };
  const steps = stepsOf(platform, sandbox, 'plan');
  const dooms = steps.flatMap(({ id: step, visibility }): Doom[] => [
    ...boundaries.map((boundary) => ({ step, boundary })),
    ...(visibility === 'none' ? [] : mishaps.map((mishap) => ({ step, mishap }))),
  ]);
  const role = followUp(platform);
  const what = role === 'reply' ? 'a thread' : role ? 'a post and its comment' : 'a post';
  const written = charactersOf(platform, sandbox);
  return [
    ...dooms.map((doom, index): ConformanceCase => {
      const how = doom.boundary ? `its process dies ${doom.boundary}` : `it is ${doom.mishap}`;
      return {
        name: `shows ${what} once when ${how.replaceAll('-', ' ')} "${doom.step}"`,
        run: () => survive(trial, `${index} ${how}`, doom),
      };
    }),
    ...(sandbox.expireTokens ? steps : []).map(({ id }, index): ConformanceCase => ({
      name: `logs in again when the token expires before "${id}"`,
      run: () => survive(trial, `token ${index}`, { step: id }, { expire: true }),
    })),
    ...(platform.authenticate ? [] : [neverLogsIn(platform)]),
    {
      name: 'says which step shows each post, and lets none go before the one that it follows',
      run: async () => {
        const shown = textsOf(platform, 'order').map((_, item) => showing(steps, item));
        expectSame(
          shown.map((step) => step !== undefined),
          shown.map(() => true),
          'posts that a step shows',
        );
        const [first, second] = shown;
        if (first && second)
          expectSame(needs(steps, second, first), true, 'whether the second needs the first');
      },
    },
    {
      name: 'compiles to the same bytes whenever and wherever it is asked',
      run: async () => {
        const bytes = zones.map((zone) =>
          inZone(zone, () => canonicalJson(stepsOf(platform, sandbox, 'bytes'))),
        );
        expectSame(new Set(bytes).size, 1, 'different compilations');
      },
    },
    {
      name: `publishes a text as it was written, whatever characters it has${written.except}`,
      run: () => publishOnce(trial, [`${written.text} ${sandbox.clock.now()}`]),
    },
    {
      name: 'shows a post once when two runners work on one outbox',
      run: () => publishOnce(trial, [`two runners ${sandbox.clock.now()}`], 2),
    },
    ...offerCases(platform, sandbox),
  ];
}

function showing(steps: readonly Step[], wanted: number): Step | undefined {
  return steps.find(({ item, visibility }) => item === wanted && visibility !== 'none');
}

function needs(steps: readonly Step[], later: Step, earlier: Step): boolean {
  return steps
    .filter(({ id }) => later.needs.includes(id))
    .some((step) => step === earlier || needs(steps, step, earlier));
}

const characters = '\\ | { } [ ] ( ) < > * _ ~ é 👩‍👩‍👧'.split(' ');
const zones = ['UTC', 'America/New_York', 'Asia/Kolkata'];

/** Characters that a network may have trouble with, without those that its check refuses. */
function charactersOf(platform: AnyPlatform, sandbox: ConformanceSandbox) {
  const isRefused = (text: string) =>
    hasErrors(findingsIn(platform, sandbox, draftOf(platform, sandbox, [text])));
  const refused = isRefused('a') ? [] : characters.filter((each) => isRefused(`a ${each} b`));
  return {
    text: characters.filter((each) => !refused.includes(each)).join(' '),
    except: refused.length === 0 ? '' : `, without ${refused.join(' ')} which its check refuses`,
  };
}

/** An adapter that cannot renew anything must not have anything that ends by itself. */
function neverLogsIn({ manifest }: AnyPlatform): ConformanceCase {
  return {
    name: 'needs no renewal: what opens its accounts does not end, or only a person can renew it',
    lacks: 'authenticate',
    run: async () => {
      const ending = (manifest.tokenLifetimes ?? [])
        .filter(({ renewal }) => renewal === 'itself' || renewal === 'refresh-token')
        .map(({ credential }) => credential);
      expectSame(ending, [], 'credentials that `authenticate` should renew');
    },
  };
}

function inZone<Result>(zone: string, work: () => Result): Result {
  const before = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    return work();
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
}
