import type { Exchange } from '../http/exchange.ts';
import type { Answer } from '../http/exchange.ts';
import { invalidParameter } from './graph-answers.ts';

// Who the readers of the sandbox are: assumptions.
const shares: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  country: { FR: 0.6, BE: 0.25, CH: 0.15 },
  city: { 'Paris, Île-de-France': 0.4, 'Liège, Wallonia': 0.2 },
  age: { '18-24': 0.2, '25-34': 0.5, '35-44': 0.3 },
  gender: { F: 0.55, M: 0.4, U: 0.05 },
};
const fewest = 100;

/** What the metrics of demographics are called. */
export const demographics = new Set(['follower_demographics', 'engaged_audience_demographics']);

/** Who so many people are, by what the question says; nothing is told of a few. */
export function demographicsOf({ query }: Exchange, id: string, people: number): Answer {
  const by = query.get('breakdown') ?? '';
  const parts = shares[by];
  if (!parts) throw invalidParameter('breakdown must be country, city, age or gender');
  if (people < fewest) throw invalidParameter('Not enough followers for demographics');
  const name = query.get('metric') ?? '';
  const results = Object.entries(parts).map(([part, share]) => ({
    dimension_values: [part],
    value: Math.floor(people * share),
  }));
  const total_value = { breakdowns: [{ dimension_keys: [by], results }] };
  const data = [
    { name, period: 'lifetime', title: name, id: `${id}/insights/${name}`, total_value },
  ];
  return { status: 200, body: { data } };
}
