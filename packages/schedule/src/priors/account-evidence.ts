import { type Instant, type Zone } from '@affiche/core';
import { detrend } from '../account-trend.ts';
import { chooseColumns, type Control, controlReader } from '../control-columns.ts';
import type { Objective, PostObservation } from '../observation.ts';
import { screenHistory } from '../screen-history.ts';
import { evidenceSums, type SlotEvidence } from '../slot-evidence.ts';

/** What one of many accounts says about hours. */
export interface AccountEvidence {
  readonly platform: string;
  readonly posts: number;
  readonly evidence: SlotEvidence;
}

/** Sorts a history by account and adds up what each says, every post with the same weight. */
export function accountEvidence(
  history: Iterable<PostObservation>,
  {
    zone,
    objective,
    now,
    controls = ['contentType', 'pillar', 'length'],
    matureAfterSeconds = 86_400,
  }: {
    readonly zone: (account: string) => Zone;
    readonly objective: Objective;
    readonly now: Instant;
    readonly controls?: readonly Control[];
    readonly matureAfterSeconds?: number;
  },
): AccountEvidence[] {
  const keepPaid = controls.includes('paid');
  const accounts = Map.groupBy(history, ({ account }) => account);
  return [...accounts].flatMap(([account, own]) => {
    const screening = { zone: zone(account), objective, now, matureAfterSeconds, keepPaid };
    const { posts, slots, logValues, publishedAt } = screenHistory(own, screening);
    const [first] = posts;
    if (!first) return [];
    const columns = chooseColumns(posts, controls);
    const { residuals } = detrend(logValues, publishedAt);
    const sums = evidenceSums(columns.names.length);
    const controlsOf = controlReader(columns);
    posts.forEach((post, index) =>
      sums.add(slots[index] as number, residuals[index] as number, 1, controlsOf(post)),
    );
    return [{ platform: first.platform, posts: posts.length, evidence: sums.evidence() }];
  });
}
