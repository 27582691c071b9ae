import type { Answer } from './exchange.ts';

/** Thrown by a handler to answer no; whatever the handler wrote is rolled back. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`refused with status ${answer.status}`);
    this.answer = answer;
  }
}
