import { contentHash, Publication, type Step, systemClock, wallTimeAt } from '@affiche/core';
import type { Attempt } from '../outbox/entry.ts';
import type { Arming, Claim, DueOptions, Outbox } from '../outbox/outbox.ts';
import type { SteppedClock } from './stepped-clock.ts';

/** An outbox to try, and what a case does with it. */
export interface OutboxBench extends ReturnType<typeof actions> {
  readonly outbox: Outbox;
}

/** Ways to plan, take and arm, and to let time pass. */
export function actions(outbox: Outbox, clock: SteppedClock, now: number) {
  const create = (id: string, laterSeconds = 0, priority: Publication['priority'] = 'normal') => {
    const publication = Publication.parse({
      id,
      account: { platform: 'model', id: 'a' },
      at: wallTimeAt('2027-01-04T08:00:00Z', 'Europe/Paris'),
      draft: { id, items: [{ text: id }] },
      priority,
    });
    const dueAt = now + laterSeconds * 1000;
    const hash = contentHash([publication, dueAt]);
    return {
      kind: 'create' as 'create' | 'update',
      publication,
      hash,
      dueAt,
      scope: 'test',
      basis: 0,
    };
  };
  return {
    create,
    due: (options: Partial<DueOptions> = {}) =>
      outbox.due({ limit: 9, platforms: ['model'], except: [], ...options }),
    plan: (...changes: ReturnType<typeof create>[]) =>
      outbox.apply(changes, { approvedBy: 'test', plan: 'test', zoneData: 'test' }),
    take: async (id: string): Promise<Claim> => {
      const claim = await outbox.claim(id, { worker: 'w', leaseSeconds: 60 });
      if (!claim) throw new Error(`${id} could not be claimed`);
      return claim;
    },
    arm: async (claim: Claim, likeness = claim.entry.publication.id) =>
      outbox.arm(claim, {
        step: 'post-0',
        freeze: [step],
        charges: [],
        timeoutSeconds: 5,
        likeness,
      }),
    /** Waits for a moment to pass, which tells it; on the outbox's own clock, should it have one. */
    pass: async (milliseconds: number): Promise<number> => {
      const since = await outbox.now();
      clock.jump(milliseconds / 1000);
      while ((await outbox.now()) < since + milliseconds) await systemClock().sleep(0.001);
      return since;
    },
  };
}

/** The one step of every publication there. */
export const step: Step = {
  id: 'post-0',
  kind: 'post',
  item: 0,
  visibility: 'public',
  recognition: 'lookup',
  needs: [],
  costs: [],
  timeoutSeconds: 5,
  settleSeconds: 5,
  request: {},
};

/** The attempt that was made; without one the case cannot go on. */
export function attemptOf(arming: Arming): Attempt {
  if (arming.status !== 'armed') throw new Error('it could not be armed');
  return arming.attempt;
}

/** The fact that it went out under this id. */
export function done(id: string) {
  return { kind: 'done' as const, output: { id }, evidence: { statement: 'it answered' } };
}

/** One point of a budget that gives so many an hour. */
export function charge(bucket: string, points: number) {
  return { bucket, points: 1, windows: [{ points, windowSeconds: 3600 }] };
}
