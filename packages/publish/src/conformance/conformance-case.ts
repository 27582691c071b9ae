/** One promise and how to try it: hand `name` and `run` to any test runner. */
export interface ConformanceCase {
  /** What is promised, as a sentence. */
  readonly name: string;
  /**
   * What the manifest does not offer, so that cases which need it would make no sense: `thread`. This
   * case stands in their place, and makes sure that nobody can write a draft for it unwarned.
   */
  readonly lacks?: string;
  /** Rejects, with what was expected and found, when the promise is not kept. */
  readonly run: () => Promise<void>;
}

/** Rejects unless two values are the same JSON. */
export function expectSame(found: unknown, expected: unknown, what: string): void {
  const [left, right] = [JSON.stringify(found), JSON.stringify(expected)];
  if (left !== right) throw new Error(`${what}: expected ${right}, found ${left}`);
}
