/** From whole numbers under 2^31 to others, in eight bytes each: a map takes five times as much. */
export interface NumberTable {
  get(key: number): number | undefined;
  set(key: number, value: number): void;
}

/** Makes an empty table. It grows by doubling, and forgets nothing. */
export function numberTable(): NumberTable {
  // Values are stored one higher, so that 0 means an empty place.
  let keys = new Int32Array(1024);
  let values = new Int32Array(1024);
  let size = 0;

  /** Where a key is, or would be: the next free place after its own. */
  function placeOf(key: number): number {
    let place = key & (keys.length - 1);
    while (values[place] !== 0 && keys[place] !== key) place = (place + 1) & (keys.length - 1);
    return place;
  }

  function put(key: number, stored: number): void {
    const place = placeOf(key);
    if (values[place] === 0) size += 1;
    keys[place] = key;
    values[place] = stored;
  }

  return {
    get(key) {
      const stored = values[placeOf(key)] ?? 0;
      return stored === 0 ? undefined : stored - 1;
    },
    set(key, value) {
      if (size * 4 > keys.length * 3) {
        const [oldKeys, oldValues] = [keys, values];
        keys = new Int32Array(oldKeys.length * 2);
        values = new Int32Array(oldKeys.length * 2);
        size = 0;
        for (const [place, stored] of oldValues.entries()) {
          if (stored !== 0) put(oldKeys[place] ?? 0, stored);
        }
      }
      put(key, value + 1);
    },
  };
}
