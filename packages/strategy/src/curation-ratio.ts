import type { Calendar, Finding, Publication } from '@affiche/core';
import { contentMixPresets } from './content-mix-presets.ts';
import { ContentPurpose } from './content.ts';
import { hostOf } from './host-of.ts';
import { type Language, write } from './language.ts';
import type { Strategy } from './strategy.ts';

/** Whom a calendar serves: its posts by purpose. */
export interface CurationRatio {
  /** Fractions that sum to 1; all zero for a calendar without posts. */
  readonly shares: Readonly<Record<ContentPurpose, number>>;
  /** The ids of the publications of each purpose. */
  readonly posts: Readonly<Record<ContentPurpose, readonly string[]>>;
  /** Too much promotion, with the posts that are it. */
  readonly findings: readonly Finding[];
}

/** How posts are sorted. */
export interface CurationRatioOptions {
  /** Its pillars say what a post is for, its website what is one's own, its mix how much is too much. */
  readonly strategy: Pick<Strategy, 'pillars' | 'client' | 'mix'>;
  /** The first day to count. */
  readonly from?: string;
  /** The last day to count. */
  readonly to?: string;
  /**
   * The most promotion that readers bear, as a fraction.
   *
   * @defaultValue the promotion of the strategy's content mix with its tolerance, else 0.2
   */
  readonly mostPromotion?: number;
  /**
   * The language of findings.
   *
   * @defaultValue 'en'
   */
  readonly language?: Language;
}

const texts = {
  message: {
    en: '{measured} of the posts promote; {limit} are the most that readers bear: {posts}.',
    fr: '{measured} des publications font de la promotion ; {limit} est le plus qu’on supporte : {posts}.',
  },
  fix: {
    en: 'Replace some by useful, curated or community content.',
    fr: 'Remplacez-en par du contenu utile, relayé ou venu de la communauté.',
  },
};

/**
 * Sorts the posts of a calendar into own promotion, own value, curated and user-generated.
 * A post is what its pillar says; without a pillar, a link to other sites makes it curated,
 * a link to one's own site promotion, and no link value.
 */
export function curationRatio(calendar: Calendar, options: CurationRatioOptions): CurationRatio {
  const { strategy, from = '', to = '9999', language = 'en' } = options;
  const { mostPromotion = promotionOf(strategy) } = options;
  const counted = calendar.publications.filter(({ at }) => at.date >= from && at.date <= to);
  const sorted = counted.map((post) => ({ id: post.id, purpose: purposeOf(post, strategy) }));
  const posts = record((purpose) =>
    sorted.filter((each) => each.purpose === purpose).map(({ id }) => id),
  );
  const shares = record((purpose) => posts[purpose].length / Math.max(1, counted.length));
  const promotion = shares['own-promotion'];
  const percent = (share: number) =>
    new Intl.NumberFormat(language, { style: 'percent' }).format(share);
  const values = {
    measured: percent(promotion),
    limit: percent(mostPromotion),
    posts: posts['own-promotion'].join(', '),
  };
  return {
    shares,
    posts,
    findings:
      promotion > mostPromotion
        ? [
            {
              rule: 'strategy/mix/self-promotion',
              severity: 'warning',
              path: ['publications'],
              message: write(texts.message, language, values),
              measured: promotion,
              limit: mostPromotion,
              fix: write(texts.fix, language),
            },
          ]
        : [],
  };
}

function purposeOf(
  { draft }: Publication,
  { pillars, client }: CurationRatioOptions['strategy'],
): ContentPurpose {
  const purpose = pillars.find(({ id }) => id === draft.pillar)?.purpose;
  if (purpose) return purpose;
  const own = hostOf(client.website);
  const hosts = draft.items.flatMap(({ link }) => hostOf(link?.url) ?? []);
  if (hosts.some((host) => host !== own)) return 'curated';
  return hosts.length > 0 ? 'own-promotion' : 'own-value';
}

function promotionOf({ mix }: CurationRatioOptions['strategy']): number {
  const preset = mix?.preset && contentMixPresets[mix.preset];
  const share = preset?.categories.find(({ id }) => id === 'promotion')?.share;
  return share === undefined ? 0.2 : share + (mix?.tolerance ?? 0);
}

function record<Value>(
  valueOf: (purpose: ContentPurpose) => Value,
): Readonly<Record<ContentPurpose, Value>> {
  return Object.fromEntries(
    ContentPurpose.options.map((purpose) => [purpose, valueOf(purpose)]),
  ) as Readonly<Record<ContentPurpose, Value>>;
}
