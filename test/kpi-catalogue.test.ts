import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { kpiCatalogue } from '../scripts/kpi-catalogue.ts';

/** A page without how wide its columns are. */
const plain = (page: string) => page.replaceAll(/-{3,}/g, '---').replaceAll(/\s+/g, ' ').trim();

it('the page about KPIs says what the catalogue says: npm run kpis writes it', () => {
  expect(plain(readFileSync('docs/kpi-catalogue.md', 'utf8'))).toBe(plain(kpiCatalogue()));
});
