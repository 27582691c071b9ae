import { formatMoney, type Json, Money } from '@affiche/core';
import { isFields, isKeyed, keyOf } from './keyed-list.ts';
import { type Language, write } from './language.ts';
import { fields, nothing, sentences, things } from './revision-words.ts';
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
  const field = rest.map(String).map((key) => (fields[key] ? write(fields[key], language) : key));
  const label = fields[String(rest.at(-1))] ? (field.at(-1) ?? '') : field.join(' › ');
  const sentence =
    before === undefined
      ? sentences.set
      : after === undefined
        ? sentences.cleared
        : sentences.changed;
  const text = write(sentence, language, {
    where: thing ? `${thing}${colon}` : '',
    field: label,
    before: valueText(before, rest, language),
    after: valueText(after, rest, language),
  });
  return thing ? text : text.charAt(0).toUpperCase() + text.slice(1);
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
  if (Array.isArray(value)) {
    const words = value.map((each) => valueText(each, [], language));
    return words.join(', ') || write(nothing, language);
  }
  if (!isFields(value)) return String(value);
  const { name, reason } = value;
  const words = [name, reason].find((each) => typeof each === 'string');
  return words ?? JSON.stringify(value);
}

function quoted(name: string, language: Language): string {
  return language === 'fr' ? `«\u00a0${name}\u00a0»` : `“${name}”`;
}
