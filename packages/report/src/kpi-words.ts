import type { KpiDefinition } from '@affiche/kpi';
import { html, type Markup } from './markup.ts';
import type { Wording } from './wording/english.ts';

/** What a KPI is called in the report's language, or in English where it has no other name. */
export function kpiName({ id, name }: Pick<KpiDefinition, 'id' | 'name'>, words: Wording): string {
  return words.kpis.names[id] ?? name;
}

/** The same as markup, which says so when it is English. */
export function kpiNameMarkup(definition: KpiDefinition, words: Wording): Markup {
  return spoken(words.kpis.names[definition.id], definition.name);
}

/** A caveat in the report's language, or in English and marked as such. */
export function caveatMarkup(message: string, words: Wording): Markup {
  return spoken(words.kpis.caveats[message], message);
}

function spoken(translated: string | undefined, english: string): Markup {
  return translated === undefined
    ? html`<span lang="en">${english}</span>`
    : html`<span>${translated}</span>`;
}
