import { catalogue, evaluate, facts, isFact, kpi, sources } from '@affiche/kpi';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

// One worked example a line: the KPI, its rows, and what comes out by hand.
const vectors = globSync(`${import.meta.dirname}/vectors/*.txt`)
  .toSorted()
  .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
  .map((line) => line.split(' | ') as [string, string, string]);

function parseRow(text: string): Record<string, unknown> {
  return Object.fromEntries(
    text.split(', ').map((cell) => {
      const [name = '', value = ''] = cell.split(' ');
      return [name, name === 'account' ? value : Number(value)];
    }),
  );
}

describe('the catalogue', () => {
  it.each(vectors)('%s of %s is %s', (id, rows, expected) => {
    const result = evaluate([id], rows.split('; ').map(parseRow)).groups[0]!.values[id]!;
    const [value = '', status = 'ok'] = expected.split(' ');
    expect(result.status).toBe(status);
    expect(String(result.value === null ? null : Number(result.value.toPrecision(12)))).toBe(
      String(value === 'null' ? null : Number(Number(value).toPrecision(12))),
    );
  });

  it('has two worked examples or more for each of at least 120 KPIs', () => {
    const counts = Map.groupBy(vectors, ([id]) => id);
    const short = [...catalogue().keys()].filter((id) => (counts.get(id)?.length ?? 0) < 2);
    expect(short).toEqual([]);
    expect(catalogue().size).toBeGreaterThanOrEqual(120);
  });

  it('defines each KPI in full, from known facts and sources', () => {
    const incomplete = [...catalogue().values()].filter(
      ({ name, facts, sources: cited, zero, formula }) =>
        !/^[A-Z]/.test(name) ||
        !facts.every((fact) => fact === 'engagements' || isFact(fact)) ||
        cited.length === 0 ||
        !cited.every((source) => source in sources) ||
        (zero === 'null') !== /\/|ratio/.test(formula),
    );
    expect(incomplete.map(({ id }) => id)).toEqual([]);
  });

  it('gives every money KPI per something a cost basis', () => {
    const costs = [...catalogue().values()].filter(({ family }) => family === 'cost');
    expect(costs.filter(({ costBasis }) => costBasis === undefined)).toEqual([]);
  });

  it('names the KPIs that look alike when one is unknown', () => {
    expect(() => kpi('er_by_reachh')).toThrow('There is no KPI "er_by_reachh" in the catalogue');
    const hint = expect.stringContaining('er_by_reach');
    expect(() => kpi('er_by_reachh')).toThrow(expect.objectContaining({ hint }));
  });

  it('never adds up people reached under an additive name', () => {
    const unique = Object.keys(facts).filter((fact) => facts[fact]!.additivity === 'unique');
    const summed = [...catalogue().values()].filter(({ formula }) =>
      unique.some((fact) => formula === `sum(${fact})`),
    );
    expect(summed.map(({ id }) => id)).toEqual(['reach_gross']);
  });
});
