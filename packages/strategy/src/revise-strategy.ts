import { ConfigurationError } from '@affiche/core';
import { defineStrategy, type DefineStrategyOptions } from './define-strategy.ts';
import { isFields, isKeyed, keyOf } from './keyed-list.ts';
import { write } from './language.ts';
import { strategyDifference } from './strategy-difference.ts';
import type { Strategy } from './strategy.ts';

/**
 * What to change. Fields replace or, where they hold fields themselves, merge; `null` removes.
 * In lists of things with an id, write the ids as keys: `{ objectives: { talk: { target: 3000 } } }`.
 * A list replaces the whole list.
 */
export interface StrategyPatch {
  readonly [field: string]: unknown;
}

const texts = {
  reason: { en: 'A revision has no reason', fr: 'Une révision n’a pas de motif' },
  reasonHint: {
    en: 'Say why in one sentence: the client will read it.',
    fr: 'Dites pourquoi en une phrase : le client la lira.',
  },
};

/**
 * Makes the next version of a strategy. The old values stay in its history, with the reason.
 *
 * ```ts
 * import { defineStrategy, describeRevision, reviseStrategy } from '@affiche/strategy';
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
 *   pillars: [{ id: 'bread', name: 'Our bread', share: 1 }],
 *   budget: { total: '1200.00 EUR' },
 * });
 * const next = reviseStrategy(strategy, { pillars: { bread: { share: 0.8 } } }, 'Make room for events');
 * next.version; // => 2
 * describeRevision(next)[1]; // => 'Pillar “Our bread”: share goes from 100% to 80%.'
 * ```
 *
 * @throws {@link @affiche/core!ConfigurationError | ConfigurationError} `invalid-strategy` when the result is no strategy,
 * `invalid-revision` without a reason.
 */
export function reviseStrategy(
  strategy: Strategy,
  patch: StrategyPatch,
  reason: string,
  options: DefineStrategyOptions = {},
): Strategy {
  if (reason.trim() === '') {
    throw new ConfigurationError('invalid-revision', {
      message: write(texts.reason, options.language ?? 'en'),
      hint: write(texts.reasonHint, options.language ?? 'en'),
    });
  }
  const { version, history, ...fields } = strategy;
  const revised = defineStrategy(
    { ...(merge(fields, patch) as object), version, history },
    options,
  );
  const next = version + 1;
  return {
    ...revised,
    version: next,
    history: [
      ...history,
      { version: next, reason, changes: strategyDifference(strategy, revised) },
    ],
  };
}

function merge(value: unknown, patch: unknown): unknown {
  if (!isFields(patch)) return patch;
  if (Array.isArray(value) && isKeyed(value)) return mergeList(value, patch);
  const merged: Record<string, unknown> = isFields(value) ? { ...value } : {};
  for (const [key, part] of Object.entries(patch)) {
    if (part === null) delete merged[key];
    else merged[key] = merge(merged[key], part);
  }
  return merged;
}

function mergeList(list: readonly unknown[], patch: Readonly<Record<string, unknown>>): unknown[] {
  const known = new Set(list.map(keyOf));
  const kept = list.flatMap((element) => {
    const part = patch[keyOf(element) ?? ''];
    if (part === null) return [];
    return [part === undefined ? element : merge(element, part)];
  });
  const added = Object.entries(patch)
    .filter(([key, part]) => !known.has(key) && part !== null)
    .map(([id, part]) => (isFields(part) ? Object.assign({ id }, part) : part));
  return [...kept, ...added];
}
