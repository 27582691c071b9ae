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
    const counts = new Map<string, number>();
    for (const post of posts) {
      const level = levelOf(post, control);
      if (level !== undefined) counts.set(level, (counts.get(level) ?? 0) + 1);
    }
    const levels = [...counts].filter(([, count]) => count >= fewestPosts);
    // One level on every post is the intercept under another name.
    if (counts.size > 1) names.push(...levels.map(([level]) => level).toSorted());
  }
  const length = controls.includes('length') ? usualLength(posts) : { mean: 0, scale: 0 };
  if (length.scale > 0) names.push('length');
  return { names, length };
}

/** Which control columns are on for a post, and how far. */
export type ControlValues = readonly (readonly [column: number, value: number])[];

const onlyIntercept: ControlValues = [[0, 1]];

/** The columns that are on for one post. */
export function controlsOf(
  post: PostObservation,
  { names, length }: ControlColumns,
): ControlValues {
  if (names.length === 1) return onlyIntercept;
  const columns: (readonly [number, number])[] = [[0, 1]];
  for (let column = 1; column < names.length; column += 1) {
    const name = names[column];
    if (name === 'length') {
      if (post.length !== undefined) {
        columns.push([column, steady((Math.log1p(post.length) - length.mean) / length.scale)]);
      }
    } else if (isOn(post, name)) {
      columns.push([column, 1]);
    }
  }
  return columns;
}

function isOn(post: PostObservation, name: string | undefined): boolean {
  return (
    name === levelOf(post, 'contentType') ||
    name === levelOf(post, 'pillar') ||
    name === levelOf(post, 'paid')
  );
}

function levelOf(post: PostObservation, control: Exclude<Control, 'length'>): string | undefined {
  const value = post[control];
  return value === undefined ? undefined : `${control}:${value}`;
}

function usualLength(posts: readonly PostObservation[]): { mean: number; scale: number } {
  const logs = posts.flatMap(({ length }) => (length === undefined ? [] : [Math.log1p(length)]));
  if (logs.length < fewestPosts) return { mean: 0, scale: 0 };
  const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  const variance = logs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / logs.length;
  // Equal lengths teach nothing; the rounding of their mean must not look like a difference.
  return { mean: steady(mean), scale: variance > 1e-9 ? steadyWeight(Math.sqrt(variance)) : 0 };
}
