import { catalogue, type Family, type KpiDefinition, type SourceId, sources } from '@affiche/kpi';

// Every KPI of the catalogue, as its definition says it, in one page: docs/kpi-catalogue.md.

const families: Readonly<Record<Family, string>> = {
  awareness: 'Awareness',
  engagement: 'Engagement',
  video: 'Video',
  traffic: 'Traffic',
  conversion: 'Conversion',
  revenue: 'Revenue',
  cost: 'Cost',
  care: 'Care',
  crisis: 'Crisis',
};

/** Writes the page. */
export function kpiCatalogue(definitions = [...catalogue().values()]): string {
  const used = new Set(definitions.flatMap((each) => each.sources));
  return `---
title: KPI catalogue
---

# The KPIs of the catalogue

${definitions.length} definitions, made from the data of \`@affiche/kpi\` by \`npm run kpis\`; a test compares the two. A formula
reads base facts; \`engagements\` stands for the engagement set that you choose. A fraction of 0.021 is 2.1 %, money is
in minor units, and a zero denominator gives no value, never 0. How several rows become one number, and why that
matters, is in [Measuring](measuring.md).

${Object.entries(families)
  .map(([family, name]) =>
    section(
      name,
      definitions.filter((each) => each.family === family),
    ),
  )
  .join('\n\n')}

## Sources

${(Object.keys(sources) as SourceId[])
  .filter((id) => used.has(id))
  .map((id) => `- \`${id}\`: ${describe(sources[id])}`)
  .join('\n')}
`;
}

function section(name: string, definitions: readonly KpiDefinition[]): string {
  const rows = definitions.map((each) => [
    `\`${each.id}\``,
    [`${each.name}.`, ...each.caveats].join(' '),
    `\`${each.formula}\``,
    each.unit,
    each.aggregation,
    each.better,
    each.sources.join(', '),
  ]);
  const heading = ['Id', 'What it is', 'Formula', 'Unit', 'Adds up as', 'Better', 'Sources'];
  return [
    `## ${name}`,
    '',
    ...[heading, heading.map(() => '---'), ...rows].map(
      (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
    ),
  ].join('\n');
}

function describe(source: { title: string; url?: string; verifiedAt: string }): string {
  const { title, url, verifiedAt } = source;
  return `${url === undefined ? title : `[${title}](${url})`}, read on ${verifiedAt}`;
}
