/**
 * A number without its last digits. `Math.exp` and `Math.log` may differ in them from one runtime to
 * the next, and what is stored, shown or compared must not.
 *
 * @param step - The grid in use: powers of two keep sums of such numbers exact.
 */
export function steady(value: number, step = 2 ** -30): number {
  // Adding zero makes 0 of -0.
  return Number.isFinite(value) ? Math.round(value / step) * step + 0 : value;
}

/** The same for weights, which may be tiny and still tell: 29 significant bits, more than eight digits. */
export function steadyWeight(value: number): number {
  // Dekker's split: what the sum cannot hold is rounded away, whatever the size.
  const wide = value * splitter;
  return Number.isFinite(wide) ? wide - (wide - value) : value;
}

const splitter = 2 ** 24 + 1;
