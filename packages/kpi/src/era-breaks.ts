import type { Table } from './columns.ts';
import type { Numbers } from './numbers.ts';
import type { Era } from './era.ts';
import type { Groups } from './groups.ts';
import type { PlatformNote } from './platform-note.ts';
import { dayNumber } from './local-day.ts';

/** An era that begins inside some groups, or a note about what they hold. */
export interface Found<Item> {
  readonly item: Item;
  readonly groups: ReadonlySet<number>;
}

/** What finding breaks and notes looks at. */
interface Context {
  readonly table: Table;
  readonly groups: Groups;
  readonly needed: readonly string[];
  readonly days: () => ArrayLike<number>;
  readonly numbers: (fact: string) => Numbers;
}

/** Finds the groups that hold counts of a network which a note is about. */
export function findNotes(
  notes: readonly PlatformNote[],
  { table, groups, needed }: Pick<Context, 'table' | 'groups' | 'needed'>,
): Found<PlatformNote>[] {
  const about = notes.filter(({ facts }) => facts.some((fact) => needed.includes(fact)));
  if (about.length === 0 || !table.has('platform')) return [];
  const platforms = table.column('platform');
  return about.map((note) => {
    const held = new Set<number>();
    const { ids } = groups;
    for (let row = 0; row < table.length; row++) {
      if (platforms[row] === note.platform) held.add(ids[row]!);
    }
    return { item: note, groups: held };
  });
}

/** Finds the groups whose rows lie on both sides of a change of definition. */
export function findBreaks(
  eras: readonly Era[],
  { table, groups, needed, days, numbers }: Context,
): Found<Era>[] {
  if (!table.has('platform') || !table.has('at')) return [];
  const platforms = table.column('platform');
  return eras
    .filter(({ fact }) => needed.includes(fact) && table.has(fact))
    .map((era) => {
      const { values } = numbers(era.fact);
      const boundary = dayNumber(era.from);
      const sides = new Uint8Array(groups.count + 1);
      const local = days();
      const { ids } = groups;
      for (let row = 0; row < table.length; row++) {
        if (platforms[row] !== era.platform || Number.isNaN(values[row])) continue;
        sides[ids[row]!]! |= local[row]! < boundary ? 1 : 2;
      }
      const broken = [...sides.keys()].filter((id) => id < groups.count && sides[id] === 3);
      return { item: era, groups: new Set(broken) };
    })
    .filter(({ groups }) => groups.size > 0);
}
