/** A column of whole numbers. */
export type Integers =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array;

/** A column of numbers, and whether any is missing (NaN). */
export interface Numbers {
  readonly values: Float64Array | Integers;
  readonly complete: boolean;
  /**
   * Present where nobody has looked for negative cells yet: whoever reads the values adds the bits
   * that occur. Looking on the way saves a pass over every cell.
   */
  readonly bits?: Int32Array;
}

/** Whether a column is of whole numbers by its very type. */
export function isIntegers(column: ArrayLike<unknown>): column is Integers {
  return ArrayBuffer.isView(column) && !/^(Float|Big|Data)/.test(column.constructor.name);
}
