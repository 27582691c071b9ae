import type { Family, KpiDefinition, KpiOptions, Unit } from './definition.ts';
import type { SourceId } from './sources.ts';

const bases = ['media', 'variable', 'full', 'organic'] as const;

/**
 * Reads a table of KPIs, one a line: id | name | formula | kind | sources | caveat | caveat …
 *
 * The kind begins with the unit. `share` is a fraction from 0 to 1, `rate` one without an upper
 * bound; `signed` or `1..5` give another range; `lower` or `neither` say which direction is good;
 * `media`, `variable`, `full` or `organic` name the costs that are counted.
 */
export function readKpiTable(family: Family, table: string): KpiOptions[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', name = '', formula = '', kind = '', sources = '', ...caveats] =
        line.split(' | ');
      return {
        ...readKind(kind.split(' ')),
        id,
        name,
        formula,
        family,
        sources: sources.split(' ') as SourceId[],
        caveats,
      };
    });
}

function readKind([unit = '', ...words]: readonly string[]) {
  const range = words.find((word) => word.includes('..'))?.split('..');
  const better = words.find((word) => word === 'lower' || word === 'neither');
  const costBasis = bases.find((basis) => words.includes(basis));
  return {
    unit: (unit === 'share' || unit === 'rate' ? 'fraction' : unit) as Unit,
    range: (range
      ? range.map((bound) => (bound === '' ? null : Number(bound)))
      : words.includes('signed')
        ? [null, null]
        : [0, unit === 'share' ? 1 : null]) as unknown as KpiDefinition['range'],
    better: better ?? ('higher' as const),
    ...(costBasis ? { costBasis } : {}),
  };
}
