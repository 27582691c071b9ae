import type { AnyPlatform, Clock } from '@affiche/core';
import type { Arming, Claim, Outbox } from '../outbox/outbox.ts';
import type { SqlDatabase } from '../outbox/sql-database.ts';
import type { RunnerContext } from '../runner/context.ts';
import { createWatch } from '../runner/watch.ts';

/** The rules of publishing, each broken on purpose: a simulation that does not notice proves nothing. */
export const mutations = [
  'send-before-arming',
  'ignore-revision',
  'retry-when-ambiguous',
  'believe-absence-at-once',
  'believe-the-wall-clock',
  'believe-a-no-to-a-repeat',
  'judge-without-fence',
  'take-what-is-anothers',
  'arm-beside-a-twin',
  'send-after-its-time',
  'never-take-over',
  'resend-outside-the-key-window',
] as const;
/** A rule of publishing, broken on purpose. */
export type Mutation = (typeof mutations)[number];

/** Breaks one rule in the world of a runner. */
export function mutate(
  context: RunnerContext,
  database: SqlDatabase,
  clock: Clock,
  mutation: Mutation,
): RunnerContext {
  const { outbox } = context;
  const rebuild = (changes: Partial<Outbox>): RunnerContext => ({
    ...context,
    outbox: { ...outbox, ...changes },
  });
  const armAnyway: Outbox['arm'] = async (claim, request) =>
    outbox.arm(await current(database, claim), request);
  const armBesideTwins: Outbox['arm'] = (claim, { likeness: _likeness, ...request }) =>
    outbox.arm(claim, request);
  switch (mutation) {
    case 'send-before-arming':
      return rebuild(withoutWritingAhead(outbox));
    case 'ignore-revision':
      return rebuild({ arm: armAnyway });
    case 'judge-without-fence':
      return rebuild({
        judge: async (claim, judgement) => outbox.judge(await current(database, claim), judgement),
        arm: armAnyway,
      });
    case 'believe-a-no-to-a-repeat':
      return rebuild({ arm: async (...given) => asIfFirst(await outbox.arm(...given)) });
    case 'take-what-is-anothers':
      // Twins are kept apart before it comes to that: the second line shows where the first is gone.
      return rebuild({
        arm: armBesideTwins,
        async learn(id, attempt, fact) {
          const outcome = await outbox.learn(id, attempt, fact);
          if (outcome !== 'foreign' || fact.kind !== 'done') return outcome;
          return outbox.learn(id, attempt, { ...fact, output: {} });
        },
      });
    case 'arm-beside-a-twin':
      return rebuild({ arm: armBesideTwins });
    case 'never-take-over':
      return rebuild({
        async claim(id, options) {
          const { fence } = await currentRow(database, id);
          return fence > 0 ? undefined : outbox.claim(id, options);
        },
      });
    case 'retry-when-ambiguous':
      return withPlatforms(context, (platform) => ({
        ...platform,
        async run(...given) {
          const result = await platform.run(...given);
          return result.status === 'ambiguous'
            ? { status: 'rejected', failure: { ...result.failure, kind: 'transient' } }
            : result;
        },
      }));
    case 'resend-outside-the-key-window':
      return withPlatforms(context, (platform) => ({
        ...platform,
        compile: (...given) =>
          platform
            .compile(...given)
            .map((step) => Object.assign(step, { keyWindowSeconds: 1_000_000 })),
      }));
    case 'believe-absence-at-once':
      return { ...context, watch: { seconds: () => 3600, forget: () => undefined } };
    case 'believe-the-wall-clock':
      return {
        ...context,
        watch: createWatch({ ...clock, monotonic: () => Math.abs(clock.now() / 1000) }),
      };
    case 'send-after-its-time':
    default:
      return { ...context, clock: { ...context.clock, now: () => 0, monotonic: () => 0 } };
  }
}

/** Writes the attempt only once the answer is there. */
function withoutWritingAhead(outbox: Outbox): Partial<Outbox> {
  const held = new Map<string, Parameters<Outbox['arm']>>();
  return {
    async arm(claim, request) {
      held.set(claim.entry.publication.id, [claim, request]);
      const attempt = { step: request.step, number: 1, sends: 1, looks: 0 };
      return { status: 'armed', attempt: { ...attempt, armedAt: 0 } };
    },
    async learn(id, attempt, fact) {
      const given = held.get(id);
      const arming = given && (await outbox.arm(...given));
      return outbox.learn(id, arming?.status === 'armed' ? arming.attempt : attempt, fact);
    },
    judge(claim, { close: _close, ...judgement }) {
      return outbox.judge(claim, judgement);
    },
  };
}

function asIfFirst(arming: Arming): Arming {
  return arming.status === 'armed'
    ? { ...arming, attempt: { ...arming.attempt, sends: 1 } }
    : arming;
}

function withPlatforms(
  context: RunnerContext,
  change: (platform: AnyPlatform) => AnyPlatform,
): RunnerContext {
  const platforms = new Map([...context.platforms].map(([id, each]) => [id, change(each)]));
  return { ...context, platforms };
}

async function current(database: SqlDatabase, claim: Claim): Promise<Claim> {
  const { fence, revision } = await currentRow(database, claim.entry.publication.id);
  return { ...claim, fence, entry: { ...claim.entry, revision } };
}

interface CurrentRow {
  readonly fence: number;
  readonly revision: number;
}

async function currentRow(database: SqlDatabase, id: string): Promise<CurrentRow> {
  const [row] = await database.read((transaction) =>
    transaction.all<CurrentRow>(`SELECT fence, revision FROM standing WHERE id = ?`, id),
  );
  return row ?? { fence: 0, revision: 0 };
}
