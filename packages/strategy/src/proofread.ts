/**
 * Proofreading in English and French: spelling by a Hunspell dictionary that you bring, typography
 * and the slips that spell-checkers let pass by rules of our own.
 *
 * @module @affiche/strategy/proofread
 */
export {
  createProofreader,
  type CreateProofreaderOptions,
  type HunspellDictionary,
  type ProofFinding,
  type Proofreader,
  type ProofreadOptions,
} from './proofread/proofreader.ts';
