import { roi, type CostLine, type RevenueLine } from '@affiche/kpi/roi';
import { type ReportInput, renderReport, reportTables, toRecords } from '@affiche/report';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { bakery } from './bakery.ts';
import { euros } from './bakery-strategy.ts';

const { calendar, scorecard, ...rest } = bakery();
if (!calendar || !scorecard) throw new Error('the bakery has them');
const strategy = { ...rest.strategy, budget: { ...rest.strategy.budget, lines: [] } };
const [audience, , rate] = scorecard.rows;
if (!audience || !rate) throw new Error('the bakery has objectives');
const cost: CostLine = { id: 'ads', kind: 'media', amount: euros(100_000) };
const sales = (minor: number, range: Partial<RevenueLine> = {}): RevenueLine => ({
  id: 'cakes',
  amount: euros(minor),
  marginRate: 0.5,
  ...range,
});

function page(input: Partial<ReportInput>, language: 'en' | 'fr') {
  const { document } = parseHTML(renderReport({ strategy, ...input }, { language }));
  return (selector: string) =>
    document.querySelector(selector)?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
}

function steps(input: Partial<ReportInput>) {
  const table = reportTables({ strategy, ...input }).find(({ id }) => id === 'next-steps');
  return table ? toRecords(table).map(({ kind }) => kind) : [];
}

describe('what a report says of its objectives', () => {
  it('counts what there is, and nothing that is not', () => {
    const one = { scorecard: { ...scorecard, rows: [audience] } };
    expect(page(one, 'en')('#summary')).toContain('The one objective is on track.');
    expect(page(one, 'fr')('#summary')).toContain('Le seul objectif : en bonne voie.');
    expect(page({ scorecard }, 'en')('#summary')).toContain(
      'Of 4 objectives: 1 reached, 1 on track, 1 behind and 1 not measured.',
    );
    const alike = { scorecard: { ...scorecard, rows: [audience, audience] } };
    expect(page(alike, 'en')('#summary')).toContain('All 2 objectives are on track.');
  });

  it('calls nobody behind who has no day left', () => {
    const over = { scorecard: { asOf: '2027-03-28T20:00:00Z', rows: [rate] } };
    expect(page(over, 'en')('#scorecard .badge')).toBe('Not reached');
    expect(page(over, 'fr')('#summary')).toContain('Le seul objectif : non atteint.');
    expect(steps(over)).toEqual(['objective-missed']);
    const late = { scorecard: { asOf: '2027-03-26T20:00:00Z', rows: [rate] } };
    expect(page(late, 'en')('#next-steps')).toContain('in 2 days.');
  });

  it('sees a lower target within reach from above', () => {
    const interval = { low: 10, high: 30, level: 0.8, method: 'drift' };
    const row = { ...audience, verdict: 'behind' as const, baseline: 100, target: 20 };
    const falling = {
      ...row,
      actual: 60,
      expected: 40,
      forecast: { value: 20, interval, method: '' },
    };
    const text = page({ scorecard: { ...scorecard, rows: [falling] } }, 'en')('#next-steps');
    expect(text).toContain('still within reach');
  });

  it('tells silence from figures that cannot be read', () => {
    const row = { ...audience, verdict: 'unknown' as const, actual: null };
    const rows = [
      { ...row, status: 'missing-input' as const },
      { ...row, status: 'mixed-definitions' as const },
    ];
    expect(steps({ scorecard: { ...scorecard, rows } })).toEqual([
      'objective-unmeasured',
      'objective-unclear',
    ]);
  });
});

describe('what a report says of its posts', () => {
  it('names the networks of the plan, not all that the strategy has', () => {
    const publications = calendar.publications.slice(0, 1);
    const text = page({ calendar: { ...calendar, publications } }, 'en');
    expect(text('#summary')).toContain('The plan: 1 post on Bluesky in 12 weeks.');
    expect(text('.tiles')).toContain('1post on Bluesky');
  });
});

describe('what a report says of money', () => {
  it.each([
    [
      'a loss',
      roi([cost], [sales(120_000)]),
      '€1,000 spent, €1,200 of revenue brought in, €600 of it margin: a return of −40%',
      ['return-negative'],
    ],
    ['costs alone', roi([cost], []), 'What came back is not known', ['revenue-unknown']],
    ['sales alone', roi([], [sales(50_000)]), 'No cost is booked', []],
    ['nothing', roi([], []), 'Neither costs nor revenue', []],
    [
      'a loss that cannot be ruled out',
      roi([cost], [sales(220_000, { low: euros(150_000), high: euros(400_000) })]),
      'Anything from −25% to +100% is plausible.',
      ['return-uncertain'],
    ],
    ['a gain', roi([cost], [sales(300_000)]), 'a return of +50%', []],
  ])('is plain about %s', (_, result, sentence, expected) => {
    const text = page({ roi: result }, 'en');
    expect(text('#costs .lead')).toContain(sentence);
    expect(steps({ roi: result })).toEqual(expected);
    expect(text('.tiles').includes('return')).toBe(
      result.roi.value !== null && sentence !== 'What came back is not known',
    );
  });
});
