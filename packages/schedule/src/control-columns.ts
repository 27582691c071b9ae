import type { PostObservation } from './observation.ts';
import { steady, steadyWeight } from './steady-number.ts';

/** What besides the hour may make a post do well, and is therefore accounted for. */
export type Control = 'contentType' | 'pillar' | 'paid' | 'length';

/** How controls become numbers: which level has which column, and what a usual length is. */
export interface ControlColumns {
  /** Names of columns: `intercept`, `contentType:video`, `length`. */
  readonly names: readonly string[];
  /** Mean and standard deviation of the logarithm of the length. */
  readonly length: { readonly mean: number; readonly scale: number };
}

// A level seen on fewer posts than this says nothing about itself.
const fewestPosts = 3;

/** Chooses the columns that a history has material for. */
export function chooseColumns(
  posts: readonly PostObservation[],
  controls: readonly Control[],
): ControlColumns {
  const names = ['intercept'];
  for (const control of controls) {
    if (control === 'length') continue;
    const counts = countLevels(posts, control);
    const levels = [...counts].filter(([, { posts: own }]) => own >= fewestPosts);
    // One level on every post is the intercept under another name.
    if (counts.size > 1) {
      names.push(...levels.map(([level]) => `${control}:${level}`).toSorted());
    }
  }
  const length = controls.includes('length') ? usualLength(posts) : { mean: 0, scale: 0 };
  if (length.scale > 0) names.push('length');
  return { names, length };
}

/** Which control columns besides the intercept are on for a post, and how far. */
export interface ControlValues {
  readonly count: number;
  readonly columns: Uint16Array;
  readonly values: Float64Array;
}

/** Reads the columns that are on for a post; the same arrays are filled each time. */
export function controlReader({
  names,
  length,
}: ControlColumns): (post: PostObservation) => ControlValues {
  const [contentTypes, pillars, paid] = (['contentType', 'pillar', 'paid'] as const).map(
    (control) => columnsOf(names, control),
  ) as [LevelColumns, LevelColumns, LevelColumns];
  const lengthColumn = names.indexOf('length');
  const on = { count: 0, columns: new Uint16Array(4), values: new Float64Array(4) };
  const turnOn = (column: number | undefined, value: number): void => {
    if (column === undefined) return;
    on.columns[on.count] = column;
    on.values[on.count] = value;
    on.count += 1;
  };
  return (post) => {
    on.count = 0;
    if (names.length === 1) return on;
    if (post.contentType !== undefined) turnOn(contentTypes.get(post.contentType), 1);
    if (post.pillar !== undefined) turnOn(pillars.get(post.pillar), 1);
    if (post.paid !== undefined) turnOn(paid.get(String(post.paid)), 1);
    if (lengthColumn > 0 && post.length !== undefined) {
      turnOn(lengthColumn, steady((Math.log1p(post.length) - length.mean) / length.scale));
    }
    return on;
  };
}

type LevelColumns = ReadonlyMap<string, number>;

/** Which column each level of a control has. */
function columnsOf(names: readonly string[], control: string): LevelColumns {
  const start = `${control}:`;
  return new Map(
    names.flatMap((name, column) =>
      name.startsWith(start) ? [[name.slice(start.length), column] as const] : [],
    ),
  );
}

function countLevels(
  posts: readonly PostObservation[],
  control: Exclude<Control, 'length'>,
): Map<string, { posts: number }> {
  const counts = new Map<string, { posts: number }>();
  for (const post of posts) {
    const value = post[control];
    if (value === undefined) continue;
    const level = String(value);
    const count = counts.get(level);
    if (count) count.posts += 1;
    else counts.set(level, { posts: 1 });
  }
  return counts;
}

function usualLength(posts: readonly PostObservation[]): { mean: number; scale: number } {
  const logs = new Float64Array(posts.length);
  let count = 0;
  let sum = 0;
  for (const { length } of posts) {
    if (length === undefined) continue;
    const value = Math.log1p(length);
    logs[count] = value;
    count += 1;
    sum += value;
  }
  if (count < fewestPosts) return { mean: 0, scale: 0 };
  const mean = sum / count;
  let squares = 0;
  for (let index = 0; index < count; index += 1) squares += ((logs[index] as number) - mean) ** 2;
  const variance = squares / count;
  // Equal lengths teach nothing; the rounding of their mean must not look like a difference.
  return { mean: steady(mean), scale: variance > 1e-9 ? steadyWeight(Math.sqrt(variance)) : 0 };
}
