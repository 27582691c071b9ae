import { parseArgs } from 'node:util';
import { type Mutation, mutations } from '@affiche/publish/simulation';
import { oneOf, Refusal, wholeNumber } from './command-line.ts';
import { type Engine, engines } from './kills-options.ts';

/** Which histories to live. */
export interface SimulateOptions {
  readonly runs: number;
  readonly firstSeed: number;
  readonly json: boolean;
  readonly engine: Engine;
  readonly hardship: { readonly jumpSeconds?: number; readonly twinShare?: number };
  /** The rules to break, one after the other. */
  readonly broken: readonly Mutation[];
  /** What lives a history again: the same options, because they change what happens in it. */
  readonly again: string;
}

/** Reads the options of `npm run simulate`. */
export function simulateOptions(written: readonly string[]): SimulateOptions {
  const { values } = parseArgs({
    args: [...written],
    options: {
      runs: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
      /** Lets clocks jump all the time, at most so many seconds apart. */
      'jump-seconds': { type: 'string' },
      /** How many of the posts say the same as others, as a fraction. */
      'twin-share': { type: 'string' },
      /** `sqlite` in memory, or a `postgres` started for it. */
      engine: { type: 'string', default: 'sqlite' },
      /** Breaks a rule on purpose, or `all` one after the other: each must be caught. */
      mutation: { type: 'string' },
    },
  });
  const { 'jump-seconds': jumps, 'twin-share': twins, json, mutation } = values;
  const engine = oneOf('engine', values.engine, engines);
  const chosen =
    mutation === undefined ? undefined : oneOf('mutation', mutation, ['all', ...mutations]);
  return {
    runs: wholeNumber('runs', values.runs, 1),
    firstSeed: wholeNumber('seed', values.seed, 0),
    json,
    engine,
    hardship: {
      ...(jumps !== undefined && { jumpSeconds: wholeNumber('jump-seconds', jumps, 1) }),
      ...(twins !== undefined && { twinShare: fraction('twin-share', twins) }),
    },
    broken: mutations.filter((each) => chosen === 'all' || chosen === each),
    again: ['npm run simulate -- --runs 1']
      .concat(jumps === undefined ? [] : [`--jump-seconds ${jumps}`])
      .concat(twins === undefined ? [] : [`--twin-share ${twins}`])
      .concat(engine === 'sqlite' ? [] : [`--engine ${engine}`])
      .join(' '),
  };
}

function fraction(option: string, written: string): number {
  const value = Number(written);
  if (/\d/.test(written) && value >= 0 && value <= 1) return value;
  throw new Refusal(`--${option} is "${written}"; it takes a fraction from 0 to 1.`);
}
