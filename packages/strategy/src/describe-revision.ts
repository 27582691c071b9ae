import { formatMoney, type Json, Money } from '@affiche/core';
import { fieldWords } from './field-words.ts';
import { isFields, isKeyed, keyOf } from './keyed-list.ts';
import { type Language, type Text, write } from './language.ts';
import { nothing, sentences, things, truths } from './revision-words.ts';
import type { Change } from './revision.ts';
import type { Strategy } from './strategy.ts';

/** Which revision to tell, and how. */
export interface DescribeRevisionOptions {
  /**
   * The version that the revision led to.
   *
   * @defaultValue the newest
   */
  readonly version?: number;
  /**
   * The language of the sentences.
   *
   * @defaultValue 'en'
   */
  readonly language?: Language;
}

/**
 * Tells a revision in sentences a client understands: the reason first, then one line a change.
 * Nothing for a strategy that was never revised.
 */
export function describeRevision(
  strategy: Strategy,
  { version = strategy.version, language = 'en' }: DescribeRevisionOptions = {},
): string[] {
  const revision = strategy.history.find((each) => each.version === version);
  if (!revision) return [];
  const { reason, changes } = revision;
  return [
    write(sentences.title, language, { version, reason }),
    ...changes.map((change) => describeChange(change, strategy, language)),
  ];
}

function describeChange(change: Change, strategy: Strategy, language: Language): string {
  const { path, before, after } = change;
  const owner = ownerOf(path, strategy, change);
  const rest = path.slice(owner?.depth ?? 0);
  const thing = owner && `${write(owner.thing, language)} ${quoted(owner.name, language)}`;
  if (thing && rest.length === 0) {
    return write(before === undefined ? sentences.added : sentences.removed, language, {
      where: thing,
    });
  }
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  const labels = rest.map((key) => labelOf(String(key), language));
  const isKnown = fieldWords[String(rest.at(-1))] !== undefined;
  const text = write(sentenceFor(change), language, {
    where: thing ? `${thing}${colon}` : '',
    field: isKnown ? (labels.at(-1) ?? '') : labels.join(' › '),
    before: valueText(before, rest, language),
    after: valueText(after, rest, language),
  });
  return thing ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

function sentenceFor({ path, before, after }: Change): Text {
  if (before === undefined) return sentences.set;
  if (after === undefined) return sentences.cleared;
  const isSeveral = fieldWords[String(path.at(-1))]?.fr.startsWith('les ');
  return isSeveral ? sentences.changedSeveral : sentences.changed;
}

function labelOf(key: string, language: Language): string {
  const known = fieldWords[key];
  return known ? write(known, language) : key;
}

/** The innermost thing with a name on a path, with how much of the path leads to it. */
function ownerOf(path: Change['path'], strategy: Strategy, { before, after }: Change) {
  for (let depth = path.length; depth >= 2; depth -= 1) {
    const thing = things[String(path[depth - 2])];
    if (!thing) continue;
    const element = follow(strategy, path.slice(0, depth)) ?? before ?? after;
    const name = isFields(element) && 'name' in element ? element['name'] : path[depth - 1];
    return { thing, depth, name: String(name) };
  }
  return undefined;
}

function follow(value: unknown, path: Change['path']): unknown {
  return path.reduce<unknown>((part, key) => {
    if (isKeyed(part)) return part.find((element) => keyOf(element) === key);
    return isFields(part) ? part[key] : undefined;
  }, value);
}

function valueText(
  value: Json | undefined,
  path: readonly (string | number)[],
  language: Language,
): string {
  const money = Money.safeParse(value);
  if (money.success) return formatMoney(money.data, language);
  if (typeof value === 'number') {
    const style = path.at(-1) === 'share' ? 'percent' : 'decimal';
    return new Intl.NumberFormat(language, { style, maximumFractionDigits: 3 }).format(value);
  }
  if (typeof value === 'boolean') return write(truths[`${value}`], language);
  if (Array.isArray(value)) {
    const words = value.map((each) => valueText(each, [], language));
    return words.join(value.some(isFields) ? ' ; ' : ', ') || write(nothing, language);
  }
  if (!isFields(value)) return String(value);
  const { name, from, to, reason, ...rest } = value;
  const span = [from, to].filter(isText).join(' – ');
  const titles = [name, reason, span].filter(isText);
  const others = Object.entries(rest)
    .filter(([key, part]) => key !== 'id' && part !== undefined)
    .map(([key, part]) => `${labelOf(key, language)} ${valueText(part, [key], language)}`);
  return (titles.length > 0 ? titles : others).join(', ') || write(nothing, language);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function quoted(name: string, language: Language): string {
  return language === 'fr' ? `«\u00a0${name}\u00a0»` : `“${name}”`;
}
