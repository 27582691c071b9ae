import { canonicalJson, type Json } from '@affiche/core';
import { isFields, isKeyed, keyOf } from './keyed-list.ts';
import type { Change } from './revision.ts';
import type { Strategy } from './strategy.ts';

/** What is different between two versions of a strategy, their version numbers and histories aside. */
export function strategyDifference(before: Strategy, after: Strategy): Change[] {
  return differences(content(before), content(after), []);
}

/** A strategy without what revising it changes by itself: what a signature is for. */
export function content({
  version: _version,
  history: _history,
  ...rest
}: Strategy): Omit<Strategy, 'version' | 'history'> {
  return rest;
}

function differences(before: unknown, after: unknown, path: (string | number)[]): Change[] {
  if (canonicalJson(before ?? null) === canonicalJson(after ?? null)) return [];
  if (isKeyed(before) && isKeyed(after)) return members(byKey(before), byKey(after), path);
  if (isFields(before) && isFields(after) && !isMoney(before) && !isMoney(after)) {
    return members(before, after, path);
  }
  return [
    {
      path,
      ...(before !== undefined && { before: before as Json }),
      ...(after !== undefined && { after: after as Json }),
    },
  ];
}

function members(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  path: (string | number)[],
): Change[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => differences(before[key], after[key], [...path, key]));
}

function byKey(list: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(list.map((element) => [keyOf(element), element]));
}

function isMoney(value: Readonly<Record<string, unknown>>): boolean {
  return 'minor' in value && 'currency' in value;
}
