/** One term c·xᵗ; the exponent may be any real number. */
export interface Term {
  readonly coefficient: number;
  readonly exponent: number;
}

/**
 * The logarithms of all x above zero where Σ c·xᵗ is zero, ascending.
 *
 * By Descartes' rule of signs, which holds for real exponents, no change of sign means no root and
 * one change means one. With more, the roots lie between those of the derivative after division by
 * the lowest power, which has one change less: so the search ends.
 */
export function positiveRoots(terms: readonly Term[]): number[] {
  return rootsOf(merge(terms));
}

function rootsOf(terms: readonly Term[]): number[] {
  const changes = signChanges(terms);
  if (changes === 0) return [];
  const turns = changes === 1 ? [] : rootsOf(derivative(terms));
  const bounds = [-Infinity, ...turns, Infinity];
  const roots: number[] = [];
  for (const [index, low] of bounds.entries()) {
    const high = bounds[index + 1];
    if (high === undefined) break;
    // A turn that touches zero is a root that the signs on its two sides do not show.
    if (low !== -Infinity && touches(terms, low)) roots.push(low);
    else if (signAt(terms, low) * signAt(terms, high) < 0 && !touches(terms, high)) {
      roots.push(bisect(terms, low, high));
    }
  }
  return roots;
}

function signChanges(terms: readonly Term[]): number {
  return terms.filter(
    ({ coefficient }, index) => index > 0 && coefficient * terms[index - 1]!.coefficient < 0,
  ).length;
}

function derivative(terms: readonly Term[]): Term[] {
  const lowest = terms[0]!.exponent;
  return terms.slice(1).map(({ coefficient, exponent }) => ({
    coefficient: coefficient * (exponent - lowest),
    exponent: exponent - lowest,
  }));
}

/** Adds up equal exponents, sorts, and drops zeros; scaled so that products keep their sign. */
function merge(terms: readonly Term[]): Term[] {
  const sums = new Map<number, number>();
  for (const { coefficient, exponent } of terms) {
    sums.set(exponent, (sums.get(exponent) ?? 0) + coefficient);
  }
  const largest = Math.max(...[...sums.values()].map(Math.abs));
  return [...sums]
    .filter(([, coefficient]) => coefficient !== 0)
    .map(([exponent, coefficient]) => ({ coefficient: coefficient / largest, exponent }))
    .toSorted((a, b) => a.exponent - b.exponent);
}

/** The value and the size of its terms, both divided by the largest power so that nothing overflows. */
function evaluate(terms: readonly Term[], logarithm: number): { value: number; size: number } {
  const ends = [terms[0]!.exponent, terms.at(-1)!.exponent];
  const highest = Math.max(...ends.map((exponent) => exponent * logarithm));
  let value = 0;
  let size = 0;
  for (const { coefficient, exponent } of terms) {
    const term = coefficient * Math.exp(exponent * logarithm - highest);
    value += term;
    size += Math.abs(term);
  }
  return { value, size };
}

function signAt(terms: readonly Term[], logarithm: number): number {
  if (logarithm === -Infinity) return Math.sign(terms[0]!.coefficient);
  if (logarithm === Infinity) return Math.sign(terms.at(-1)!.coefficient);
  return Math.sign(evaluate(terms, logarithm).value);
}

function touches(terms: readonly Term[], logarithm: number): boolean {
  if (!Number.isFinite(logarithm)) return false;
  const { value, size } = evaluate(terms, logarithm);
  return Math.abs(value) <= 1e-13 * size;
}

function bisect(terms: readonly Term[], low: number, high: number): number {
  const wanted = signAt(terms, low);
  let [from, to] = [low, high];
  for (let reach = 1; !Number.isFinite(from) || !Number.isFinite(to); reach *= 2) {
    const probe = Number.isFinite(from) ? from + reach : Number.isFinite(to) ? to - reach : 0;
    if (signAt(terms, probe) === wanted) from = probe;
    else to = probe;
  }
  for (;;) {
    const middle = from + (to - from) / 2;
    if (middle === from || middle === to) return middle;
    if (signAt(terms, middle) === wanted) from = middle;
    else to = middle;
  }
}
