import { z } from 'zod';
import type { FunnelStage } from './funnel-stage.ts';

/**
 * The stages of RACE: reach, act, convert, engage.
 *
 * @see {@link https://www.smartinsights.com/digital-marketing-strategy/race-a-practical-framework-to-improve-your-digital-marketing/ | Smart Insights: RACE}
 */
export const RaceStage = z.enum(['reach', 'act', 'convert', 'engage']);
/** A stage of RACE. */
export type RaceStage = z.infer<typeof RaceStage>;

/** The stages of AIDA: attention, interest, desire, action. It knows nothing after the sale. */
export const AidaStage = z.enum(['attention', 'interest', 'desire', 'action']);
/** A stage of AIDA. */
export type AidaStage = z.infer<typeof AidaStage>;

/** The funnels, and the stages each has. */
export interface Funnels {
  readonly 'see-think-do-care': FunnelStage;
  readonly race: RaceStage;
  readonly aida: AidaStage;
}

/**
 * How the funnels lie beside one another, one row for each step a person takes.
 * AIDA ends with the sale, so nothing of it stands beside care.
 */
export const funnelTable: readonly (Omit<Funnels, 'aida'> & {
  readonly aida: AidaStage | undefined;
})[] = [
  { 'see-think-do-care': 'see', race: 'reach', aida: 'attention' },
  { 'see-think-do-care': 'think', race: 'act', aida: 'interest' },
  { 'see-think-do-care': 'think', race: 'act', aida: 'desire' },
  { 'see-think-do-care': 'do', race: 'convert', aida: 'action' },
  { 'see-think-do-care': 'care', race: 'engage', aida: undefined },
];

/**
 * The stages of one funnel that stand beside a stage of another; several, or none, where they differ.
 *
 * ```ts
 * import { mapFunnelStage } from '@affiche/strategy';
 *
 * mapFunnelStage('think', { from: 'see-think-do-care', to: 'aida' }); // => ['interest', 'desire']
 * mapFunnelStage('engage', { from: 'race', to: 'aida' }); // => []
 * ```
 */
export function mapFunnelStage<From extends keyof Funnels, To extends keyof Funnels>(
  stage: Funnels[From],
  { from, to }: { readonly from: From; readonly to: To },
): Funnels[To][] {
  const beside = funnelTable
    .filter((row) => row[from] === stage)
    .flatMap((row) => (row[to] as Funnels[To] | undefined) ?? []);
  return [...new Set(beside)];
}
