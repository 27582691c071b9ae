import type { Json } from './json.ts';

/**
 * Lays a value out in cells of a table: what has parts has a column for each, several values stand in one
 * cell with `|` between, and a list of things with parts is JSON.
 *
 * ```ts
 * import { jsonCells } from '@affiche/core';
 *
 * jsonCells('reddit', { title: 'Galette!', flair: { id: 'f1' }, tags: ['a', 'b'] });
 * // => [['reddit.title', 'Galette!'], ['reddit.flair.id', 'f1'], ['reddit.tags', 'a|b']]
 * ```
 */
export function jsonCells(name: string, value: Json): [column: string, cell: string][] {
  if (Array.isArray(value)) {
    const isPlain = value.every((each) => typeof each !== 'object');
    return [[name, isPlain ? value.join('|') : JSON.stringify(value)]];
  }
  if (typeof value !== 'object' || value === null) return [[name, String(value ?? '')]];
  return Object.entries(value).flatMap(([part, inner]) => jsonCells(`${name}.${part}`, inner));
}
