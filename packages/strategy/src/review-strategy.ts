import {
  type Calendar,
  type Finding,
  type PlainDate,
  registry,
  type Registry,
} from '@affiche/core';
import { type KnownKpi, knownKpis } from './known-kpi.ts';
import { type Language, write } from './language.ts';
import type { Hit, ReviewContext, Rule } from './rule.ts';
import { strategyRules } from './rules.ts';
import type { Strategy } from './strategy.ts';

/** How a strategy is reviewed. */
export interface ReviewStrategyOptions {
  /** The day of the review: what is past, what is near. */
  readonly today: PlainDate;
  /**
   * The language of messages and fixes.
   *
   * @defaultValue 'en'
   */
  readonly language?: Language;
  /** Planned posts, to be held against the strategy as well. */
  readonly calendar?: Calendar;
  /**
   * The rules to apply: add your own, or leave some out.
   *
   * @defaultValue {@link strategyRules}
   */
  readonly rules?: readonly Rule[];
  /**
   * The networks and their life cycles.
   *
   * @defaultValue the registry of core
   */
  readonly registry?: Registry;
  /**
   * The KPIs that objectives may use, such as the catalogue of `@affiche/kpi`.
   *
   * @defaultValue the KPIs that plans use most
   */
  readonly kpis?: readonly KnownKpi[];
}

const severities = ['error', 'warning', 'info'];

/**
 * Finds what is wrong with a strategy, the worst first. It never throws for bad content.
 *
 * ```ts
 * import { defineStrategy, reviewStrategy } from '@affiche/strategy';
 *
 * const strategy = defineStrategy({
 *   id: 'bakery-2027',
 *   client: { name: 'Le Fournil', kind: 'company' },
 *   zone: 'Europe/Paris',
 *   language: 'fr',
 *   currency: 'EUR',
 *   period: { from: '2027-01-04', to: '2027-03-28' },
 *   objectives: [],
 *   channels: [],
 *   pillars: [{ id: 'bread', name: 'Our bread', share: 0.9 }],
 *   budget: { total: '1200.00 EUR' },
 * });
 * const findings = reviewStrategy(strategy, { today: '2026-12-28' });
 * const shares = findings.find(({ rule }) => rule === 'strategy/mix/pillar-shares');
 * shares?.fix; // => 'Change the shares by 0.1 in all.'
 * ```
 */
export function reviewStrategy(
  strategy: Strategy,
  {
    today,
    language = 'en',
    calendar,
    rules = strategyRules,
    registry: networks = registry(),
    kpis = knownKpis,
  }: ReviewStrategyOptions,
): Finding[] {
  const context: ReviewContext = {
    today,
    language,
    registry: networks,
    kpis: new Map(kpis.map((kpi) => [kpi.id, kpi])),
    calendar,
  };
  return rules
    .flatMap((rule) => rule.find(strategy, context).map((hit) => finding(rule, hit, language)))
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

function finding(
  { id, severity, message, fix, source }: Rule,
  hit: Hit,
  language: Language,
): Finding {
  const { path, values = {}, measured, limit, unit } = hit;
  const places = {
    ...values,
    ...(measured !== undefined && { measured }),
    ...(limit !== undefined && { limit }),
  };
  return {
    rule: id,
    severity,
    path,
    message: write(message, language, places),
    ...(measured !== undefined && { measured }),
    ...(limit !== undefined && { limit }),
    ...(unit !== undefined && { unit }),
    fix: write(fix, language, places),
    ...(source && { source }),
  };
}
