import type { Account, Instant, PlatformIo } from '@affiche/core';
import { platformError } from '../../step-result.ts';
import { callX, diagnoseX } from '../api.ts';
import type { Metric } from './metrics.ts';
import { Measured } from './wire.ts';

/** An endpoint that counts, and what it calls its parameters. */
export interface Question {
  readonly path: string;
  /** The parameter that names posts or files. */
  readonly subjects: string;
  /** The parameter that names numbers. */
  readonly fields: string;
}

/** What was counted of one post or file, in all or from one moment on. */
export interface Counted {
  readonly key: string;
  readonly at?: Instant;
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * Asks for several numbers at once. One that was retired refuses the whole call, and then each half is
 * asked for by itself.
 *
 * @throws {@link PlatformError} `platform-call-failed`
 */
export async function ask(
  account: Account,
  question: Question,
  keys: readonly string[],
  search: Readonly<Record<string, string>>,
  metrics: readonly Metric[],
  io: PlatformIo,
): Promise<Counted[]> {
  const names = metrics.map(({ name }) => name);
  const call = {
    method: 'get',
    path: question.path,
    search: {
      ...search,
      [question.subjects]: keys.join(','),
      [question.fields]: ['timestamp', ...names].join(','),
    },
    answer: Measured,
    timeoutSeconds: 30,
  } as const;
  const answer = await callX(account, call, io);
  if (answer.outcome === 'answered') return answer.body.data.flatMap((each) => read(each, names));
  const diagnosis = diagnoseX(answer, call, io);
  if (diagnosis.failure.kind !== 'invalid') throw platformError(diagnosis);
  if (metrics.length === 1) return [];
  const middle = Math.ceil(metrics.length / 2);
  return [
    ...(await ask(account, question, keys, search, metrics.slice(0, middle), io)),
    ...(await ask(account, question, keys, search, metrics.slice(middle), io)),
  ];
}

function read(
  { id, media_key, timestamped_metrics: series, ...whole }: Measured['data'][number],
  names: readonly string[],
): Counted[] {
  const key = id ?? media_key;
  if (key === undefined) return [];
  const rows = series ?? [{ timestamp: undefined, metrics: whole }];
  return rows.map(({ timestamp: at, metrics: counted }) => ({
    key,
    ...(at !== undefined && { at }),
    counts: new Map(
      names.flatMap((name) => {
        const value = counted[name];
        return typeof value === 'number' ? [[name, value]] : [];
      }),
    ),
  }));
}
