import type { Account, PlatformIo } from '@affiche/core';
import { z } from 'zod';
import { platformError } from '../step-result.ts';
import { callGraph, diagnoseGraph, type GraphCall, type GraphNetwork } from './graph.ts';

const Value = z.object({
  value: z
    .union([z.number(), z.record(z.string(), z.number())])
    .optional()
    .catch(undefined),
});
type Value = z.infer<typeof Value>;

const Metrics = z.object({
  data: z.array(
    z.object({
      name: z.string(),
      values: z.array(Value).optional(),
      total_value: Value.optional().catch(undefined),
      link_total_values: z.array(Value).optional(),
    }),
  ),
});

/** Where metrics are asked for. */
type Where = Pick<GraphCall<unknown>, 'path' | 'endpoint' | 'version' | 'search'>;

/**
 * Asks for metrics together, and one by one where the network has given up any of them: one dead name
 * refuses the whole call. What is missing stays missing; a series keeps its order. Of a number that has
 * parts, such as reactions, each is asked for as `name.part`.
 *
 * @throws {@link PlatformError} `platform-call-failed`, except where the subject is gone.
 */
export async function askMetrics(
  network: GraphNetwork,
  account: Account,
  where: Where,
  metrics: readonly { readonly name: string }[],
  io: PlatformIo,
): Promise<Map<string, number[]>> {
  const names = [...new Set(metrics.map(({ name }) => name.split('.', 1)[0] ?? name))];
  if (names.length === 0) return new Map();
  const call = {
    ...where,
    method: 'get',
    search: { ...where.search, metric: names.join(',') },
    answer: Metrics,
    timeoutSeconds: 30,
  } as const;
  const answer = await callGraph(network, account, call, io);
  if (answer.outcome === 'answered') {
    return new Map(
      answer.body.data.flatMap(({ name, values, total_value: total, link_total_values: links }) =>
        seriesOf(name, total ? [total] : (values ?? links ?? [])),
      ),
    );
  }
  const diagnosis = diagnoseGraph(network, answer, call, io);
  const { kind } = diagnosis.failure;
  if (kind === 'gone') return new Map();
  if (kind !== 'invalid') throw platformError(diagnosis);
  const parts: [string, number[]][] = [];
  if (names.length === 1) return new Map();
  for (const name of names) {
    parts.push(...(await askMetrics(network, account, where, [{ name }], io)));
  }
  return new Map(parts);
}

function seriesOf(name: string, values: readonly Value[]): [string, number[]][] {
  const series = new Map<string, number[]>();
  for (const { value } of values) {
    const parts = typeof value === 'object' ? value : { '': value };
    for (const [part, number] of Object.entries(parts)) {
      if (number === undefined) continue;
      const key = part === '' ? name : `${name}.${part}`;
      series.set(key, [...(series.get(key) ?? []), number]);
    }
  }
  return [...series];
}
