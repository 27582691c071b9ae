import { parseArgs } from 'node:util';
import { oneOf, wholeNumber } from './command-line.ts';

/** What may keep an outbox. */
export const engines = ['sqlite', 'postgres'] as const;
/** What keeps an outbox. */
export type Engine = (typeof engines)[number];

/** Whom to kill, how often. */
export interface KillsOptions {
  readonly engine: Engine;
  readonly kills: number;
  readonly seed: string;
  readonly json: boolean;
}

/** Reads the options of `npm run kills`. */
export function killsOptions(written: readonly string[]): KillsOptions {
  const { values } = parseArgs({
    args: [...written],
    options: {
      engine: { type: 'string', default: 'sqlite' },
      kills: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  return {
    ...values,
    engine: oneOf('engine', values.engine, engines),
    kills: wholeNumber('kills', values.kills, 1),
  };
}
