import { type ReportInput, reportTables, toRecords } from '@affiche/report';
import { describe, expect, it } from 'vitest';
import { bakery } from './bakery.ts';

const input = bakery();
const kinds = (changes: Partial<ReportInput>) => {
  const tables = reportTables({ ...input, ...changes });
  const steps = tables.find(({ id }) => id === 'next-steps');
  return steps ? toRecords(steps).map(({ kind }) => kind) : [];
};

describe('what to do next', () => {
  it('asks for a decision where the target is out of reach', () => {
    expect(kinds({})).toContain('objective-behind');
  });

  it('asks to measure what nobody measures', () => {
    expect(kinds({})).toContain('objective-unmeasured');
  });

  it('asks to move posts only when an hour clearly stands out', () => {
    const flat = Array.from({ length: 168 }, (_, slot) => ({
      slot,
      uplift: { low: -0.2, estimate: 0, high: 0.2 },
      probTop: 10 / 168,
      effectivePosts: 1,
      priorShare: 1,
      signal: 'none' as const,
    }));
    expect(kinds({})).toContain('hours-move');
    expect(kinds({ timing: { surface: () => flat } })).toContain('hours-vary');
  });

  it('puts errors first', () => {
    const finding = {
      rule: 'a/b',
      severity: 'error' as const,
      path: [],
      message: 'The budget does not add up.',
      fix: 'Correct line 3.',
    };
    expect(kinds({ findings: [finding] })[0]).toBe('finding');
  });

  it('says when a loss is as plausible as a gain', () => {
    if (!input.roi) throw new Error('the bakery has books');
    const interval = { low: -0.3, high: 0.9, level: 1, method: 'range' };
    const roi = { ...input.roi, roi: { ...input.roi.roi, interval } };
    expect(kinds({ roi })).toContain('return-uncertain');
    expect(kinds({ roi: { ...input.roi, margin: null } })).toContain('margin-unknown');
  });

  it('asks for ideas where a pillar falls short of its share', () => {
    const pillars = input.strategy.pillars.map((pillar) =>
      pillar.id === 'neighbours' ? Object.assign({}, pillar, { share: 0.6 }) : pillar,
    );
    expect(kinds({ strategy: { ...input.strategy, pillars } })).toContain('pillar-short');
  });
});
