import type { Answer } from './exchange.ts';

/** Thrown by a handler to answer no; whatever the handler wrote is rolled back. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly answer: Answer;
  /** Whether the server says no before it counts the request. */
  readonly uncounted: boolean;

  constructor(answer: Answer, { uncounted = false }: { readonly uncounted?: boolean } = {}) {
    super(`refused with status ${answer.status}`);
    this.answer = answer;
    this.uncounted = uncounted;
  }
}
