import type { PostingTimeModel } from './posting-time-model.ts';
import type { Signal, SlotEstimate } from './slot-estimate.ts';
import { type ExplanationLanguage, nameHour } from './week-time.ts';

interface Words {
  readonly percent: (share: number) => string;
  readonly more: (share: string) => string;
  readonly fewer: (share: string) => string;
  readonly between: (low: string, high: string) => string;
  readonly evidence: (posts: string, prior: string) => string;
  readonly signals: Readonly<Record<Signal, string>>;
  readonly unknown: (posts: number) => string;
  readonly best: (hours: string) => string;
  readonly prior: (hours: string) => string;
  readonly next: Readonly<Record<'spread' | 'keep', string>>;
  readonly and: string;
}

/**
 * Says in one sentence what is known about one hour, how surely, and what it rests on.
 *
 * ```ts
 * import { explainSlot } from '@affiche/schedule';
 *
 * explainSlot({
 *   slot: 42,
 *   uplift: { low: -0.02, estimate: 0.12, high: 0.28 },
 *   probTop: 0.3,
 *   effectivePosts: 14.2,
 *   priorShare: 0.6,
 *   signal: 'thin',
 * });
 * // => 'Tuesday 18:00: about 12% more than in your usual hours (probably between 2% less and 28% more). It rests on the worth of 14 own posts; 60% of the evidence is what was expected beforehand. The evidence is thin.'
 * ```
 */
export function explainSlot(
  { slot, uplift, effectivePosts, priorShare, signal }: SlotEstimate,
  { language = 'en' }: { readonly language?: ExplanationLanguage } = {},
): string {
  const words = wordings[language];
  const change = (share: number) =>
    share < 0 ? words.fewer(words.percent(-share)) : words.more(words.percent(share));
  const range = words.between(change(uplift.low), change(uplift.high));
  const posts = effectivePosts < 1 ? '<1' : effectivePosts.toFixed(0);
  const evidence = words.evidence(posts, words.percent(priorShare));
  const colon = language === 'fr' ? '\u00a0:' : ':';
  return `${nameHour(slot, language)}${colon} ${
    language === 'fr' ? 'environ' : 'about'
  } ${change(uplift.estimate)} ${range}. ${evidence} ${words.signals[signal]}`;
}

/**
 * Says in three sentences, for somebody who runs a shop, what a model knows and what to do.
 */
export function explainTiming(
  model: PostingTimeModel,
  { language = 'en' }: { readonly language?: ExplanationLanguage } = {},
): [string, string, string] {
  const words = wordings[language];
  const best = model
    .primeSlots(3, { minGapHours: 6 })
    .map(({ slot }) => nameHour(slot, language))
    .join(words.and);
  if (model.signal !== 'none') {
    return [words.best(best), words.signals[model.signal], words.next.keep];
  }
  const hasPrior = model.toJSON().prior !== undefined;
  const middle = hasPrior ? words.prior(best) : words.signals.none;
  return [words.unknown(model.posts), middle, words.next.spread];
}

const wordings: Readonly<Record<ExplanationLanguage, Words>> = {
  en: {
    percent: (share) => `${(share * 100).toFixed(0)}%`,
    more: (share) => `${share} more`,
    fewer: (share) => `${share} less`,
    between: (low, high) => `than in your usual hours (probably between ${low} and ${high})`,
    evidence: (posts, prior) =>
      `It rests on the worth of ${posts} own posts; ${prior} of the evidence is what was expected beforehand.`,
    signals: {
      none: 'Your own posts do not show yet that the hour matters.',
      thin: 'The evidence is thin.',
      moderate: 'The evidence is moderate.',
      strong: 'The evidence is strong.',
    },
    unknown: (posts) =>
      `From ${posts === 1 ? 'one post' : `${posts} posts`} we do not know yet which hours suit you.`,
    best: (hours) => `Your posts do best around ${hours}.`,
    prior: (hours) => `Accounts like yours do best around ${hours}; yours may differ.`,
    next: {
      spread: 'Spread your posts over different days and hours, and look again in a few weeks.',
      keep: 'Post there most of the time, and try other hours now and then: habits change.',
    },
    and: ', ',
  },
  fr: {
    percent: (share) => `${(share * 100).toFixed(0)}\u00a0%`,
    more: (share) => `${share} de plus`,
    fewer: (share) => `${share} de moins`,
    between: (low, high) => `qu’à vos heures habituelles (sans doute entre ${low} et ${high})`,
    evidence: (posts, prior) =>
      `Cela repose sur l’équivalent de ${posts} de vos publications ; ${prior} vient de ce qu’on attendait d’avance.`,
    signals: {
      none: 'Vos publications ne montrent pas encore que l’heure compte.',
      thin: 'Les indices sont minces.',
      moderate: 'Les indices sont sérieux.',
      strong: 'Les indices sont solides.',
    },
    unknown: (posts) =>
      `Avec ${posts <= 1 ? `${posts} publication` : `${posts} publications`}, nous ne savons pas encore quelles heures vous conviennent.`,
    best: (hours) => `Vos publications marchent le mieux vers ${hours}.`,
    prior: (hours) =>
      `Des comptes comme le vôtre réussissent le mieux vers ${hours} ; le vôtre peut différer.`,
    next: {
      spread:
        'Variez les jours et les heures de vos publications, puis regardez de nouveau dans quelques semaines.',
      keep: 'Publiez-y le plus souvent, et essayez d’autres heures de temps en temps : les habitudes changent.',
    },
    and: ', ',
  },
};
