import { ConfigurationError } from '@affiche/core';
import { awareness } from './catalogue/awareness.ts';
import { care } from './catalogue/care.ts';
import { conversion } from './catalogue/conversion.ts';
import { cost } from './catalogue/cost.ts';
import { crisis } from './catalogue/crisis.ts';
import { engagement } from './catalogue/engagement.ts';
import { revenue } from './catalogue/revenue.ts';
import { traffic } from './catalogue/traffic.ts';
import { video } from './catalogue/video.ts';
import { type Family, type KpiDefinition, defineKpi } from './definition.ts';
import { readKpiTable } from './kpi-table.ts';

const families: Readonly<Record<Family, string>> = {
  awareness,
  engagement,
  video,
  traffic,
  conversion,
  revenue,
  cost,
  care,
  crisis,
};

let known: ReadonlyMap<string, KpiDefinition> | undefined;

/**
 * Every KPI the package knows, by id.
 *
 * ```ts
 * import { catalogue } from '@affiche/kpi';
 *
 * catalogue().get('er_by_reach')?.formula; // => 'engagements / reach'
 * ```
 */
export function catalogue(): ReadonlyMap<string, KpiDefinition> {
  // Read late, so that importing the package runs nothing.
  known ??= new Map(
    Object.entries(families)
      .flatMap(([family, table]) => readKpiTable(family as Family, table))
      .map((options) => [options.id, defineKpi(options)]),
  );
  return known;
}

/**
 * Looks up a KPI of the catalogue.
 *
 * @throws ConfigurationError `unknown-kpi`, with the ids that look alike.
 */
export function kpi(id: string): KpiDefinition {
  const definition = catalogue().get(id);
  if (definition) return definition;
  const words = id.split('_');
  const alike = [...catalogue().keys()].filter((each) =>
    words.some((word) => word.length > 2 && each.includes(word.slice(0, 5))),
  );
  throw new ConfigurationError('unknown-kpi', {
    message: `There is no KPI "${id}" in the catalogue`,
    hint: alike.length
      ? `Did you mean ${alike.slice(0, 5).join(', ')}?`
      : 'List the ids with catalogue(), or define your own with defineKpi().',
    details: { kpi: id },
  });
}
