import type { Account, PlatformIo } from '@affiche/core';
import { z } from 'zod';
import { platformError } from '../step-result.ts';
import { callGraph, diagnoseGraph, type GraphCall, type GraphNetwork } from './graph.ts';

const Number = z.object({ value: z.number().optional().catch(undefined) });

const Metrics = z.object({
  data: z.array(
    z.object({
      name: z.string(),
      values: z.array(Number).optional(),
      total_value: Number.optional().catch(undefined),
      link_total_values: z.array(Number).optional(),
    }),
  ),
});

/** Where metrics are asked for. */
type Where = Pick<GraphCall<unknown>, 'path' | 'endpoint' | 'version' | 'search'>;

/**
 * Asks for metrics together, and one by one where the network has given up any of them: one dead name
 * refuses the whole call. What is missing stays missing; a series keeps its order.
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
  if (metrics.length === 0) return new Map();
  const call = {
    ...where,
    method: 'get',
    search: { ...where.search, metric: metrics.map(({ name }) => name).join(',') },
    answer: Metrics,
    timeoutSeconds: 30,
  } as const;
  const answer = await callGraph(network, account, call, io);
  if (answer.outcome === 'answered') {
    return new Map(
      answer.body.data.flatMap(({ name, values, total_value: total, link_total_values: links }) => {
        const numbers = total ? [total] : (values ?? links ?? []);
        const known = numbers.flatMap(({ value }) => value ?? []);
        return known.length === 0 ? [] : [[name, known]];
      }),
    );
  }
  const diagnosis = diagnoseGraph(network, answer, call, io);
  const { kind } = diagnosis.failure;
  if (kind === 'gone') return new Map();
  if (kind !== 'invalid') throw platformError(diagnosis);
  const parts: [string, number[]][] = [];
  if (metrics.length === 1) return new Map();
  for (const metric of metrics) {
    parts.push(...(await askMetrics(network, account, where, [metric], io)));
  }
  return new Map(parts);
}
