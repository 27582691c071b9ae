import { encode } from './codes.ts';
import type { Table } from './columns.ts';
import type { Groups } from './groups.ts';

/**
 * What all rows of a group have in one column: `null` where they differ, `undefined` where none has
 * anything. A row without a value, such as a level without a scope, goes with any.
 */
export function sharedValue(
  table: Table,
  name: string,
  groups: Groups,
): ((group: number) => unknown) | undefined {
  if (!table.has(name)) return undefined;
  const column = table.column(name);
  const { codes, offset, value } = encode(column, groups.length);
  const none = -1;
  const mixed = -2;
  const held = new Int32Array(groups.count + 1).fill(none);
  const { ids } = groups;
  for (let row = 0; row < groups.length; row++) {
    if ((column[row] ?? null) === null) continue;
    const id = ids[row]!;
    const code = codes[row]! - offset;
    if (held[id] === none) held[id] = code;
    else if (held[id] !== code) held[id] = mixed;
  }
  return (group) => {
    const code = held[group]!;
    return code === mixed ? null : code === none ? undefined : value(code);
  };
}
