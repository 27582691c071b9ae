import { seededRandom } from '@affiche/core';
import { earnedMediaValue, estimateCost, incrementality, valuePerAction } from '@affiche/kpi/roi';
import { describe, expect, it } from 'vitest';

const money = (minor: number) => ({ minor, currency: 'EUR' });

describe('incrementality', () => {
  const treated = { units: 10_000, conversions: 150, revenue: 750_000, revenueSquares: 4e9 };
  const control = { units: 20_000, conversions: 240, revenue: 1_200_000, revenueSquares: 6.4e9 };

  it('sets the treated against what the control leads one to expect', () => {
    const result = incrementality({ treated, control, spend: 50_000 });
    expect(result.incremental.value).toBe(30);
    expect(result.lift.value).toBeCloseTo(0.25, 12);
    expect(result.iroas.value).toBeCloseTo((750_000 - 600_000) / 50_000, 12);
    expect(result.costPerIncremental.value).toBeCloseTo(50_000 / 30, 9);
    const { low, high } = result.incremental.interval!;
    const error = Math.sqrt(150 * 0.985 + 240 * 0.988 * 0.25);
    expect([low, high]).toEqual([30 - 1.96 * error, 30 + 1.96 * error]);
    expect(result.iroas.interval!.low).toBeLessThan(3);
  });

  it('says nothing without a control', () => {
    const result = incrementality({ treated, spend: 50_000 });
    expect(result.lift).toEqual({ value: null, status: 'missing-input' });
    expect(result.caveats[0]!.code).toBe('no-control');
  });

  it('says when no effect at all is plausible, and then gives a cost without an interval', () => {
    const flat = { units: 10_000, conversions: 125 };
    const result = incrementality({ treated: flat, control, spend: 50_000 });
    expect(result.caveats.map(({ code }) => code)).toContain('includes-zero');
    expect(result.costPerIncremental.interval).toBeUndefined();
    const worse = incrementality({
      treated: { units: 10_000, conversions: 100 },
      control,
      spend: 1,
    });
    expect(worse.costPerIncremental.value).toBeNull();
  });

  it('holds the true lift in about 95 of 100 intervals', () => {
    const random = seededRandom('lift');
    const draw = (units: number, rate: number) => {
      let conversions = 0;
      for (let unit = 0; unit < units; unit += 1) conversions += Number(random() < rate);
      return { units, conversions };
    };
    let held = 0;
    const runs = 600;
    for (let run = 0; run < runs; run += 1) {
      const { lift } = incrementality({ treated: draw(4000, 0.03), control: draw(4000, 0.025) });
      held += Number(lift.interval!.low <= 0.2 && 0.2 <= lift.interval!.high);
    }
    expect(held / runs).toBeGreaterThan(0.93);
    expect(held / runs).toBeLessThan(0.97);
  });
});

describe('what a campaign will cost', () => {
  it('is a range that counts work and production beside media', () => {
    const estimate = estimateCost(
      [
        {
          kind: 'media',
          name: 'Clicks',
          quantity: { low: 800, likely: 1000, high: 1500 },
          price: { low: 40, likely: 50, high: 80 },
          basis: 'three campaigns of 2026',
        },
        { kind: 'production', name: 'Film', quantity: 1, price: 60_000, basis: 'a quotation' },
        {
          kind: 'labour',
          name: 'Hours',
          quantity: { low: 10, likely: 15, high: 25 },
          price: 4000,
          basis: 'time log',
        },
      ],
      { currency: 'EUR', shareOfMedia: { 'Agency fee': 0.1 }, contingency: 0.1 },
    );
    // 50,000 media, 60,000 film, 60,000 hours, 5,000 fee: 175,000, and a tenth on top.
    expect(estimate.likely).toEqual({ minor: 192_500, currency: 'EUR' });
    expect(estimate.low.minor).toBe(Math.round((32_000 + 60_000 + 40_000 + 3200) * 1.1));
    expect(estimate.high.minor).toBe(Math.round((120_000 + 60_000 + 100_000 + 12_000) * 1.1));
    expect(estimate.mediaShare).toBeCloseTo(50_000 / 192_500, 12);
    expect(estimate.assumptions).toContain('Clicks: three campaigns of 2026.');
  });
});

describe('the value of a like', () => {
  const shown = { experiment: 'holdout-7', incrementalMargin: money(10_000), actions: 500 };

  it('is zero without evidence, or with evidence that shows nothing', () => {
    expect(valuePerAction('like')).toMatchObject({ value: 0, caveats: [{ code: 'no-evidence' }] });
    const nothing = valuePerAction('like', { ...shown, lowestMargin: money(-5) });
    expect(nothing).toMatchObject({ value: 0, caveats: [{ code: 'includes-zero' }] });
  });

  it('is the margin that an experiment showed, per action', () => {
    expect(valuePerAction('like', { ...shown, lowestMargin: money(200) }).value).toBe(20);
  });
});

describe('earned media', () => {
  it('is priced by a rate card, and labelled', () => {
    const rateCard = { currency: 'EUR', cpm: 700, cpe: 10, source: 'own prices, 2026' };
    const { amount, label } = earnedMediaValue(
      { impressions: 120_000, engagements: 50 },
      { rateCard },
    );
    expect(amount.minor).toBe(84_500);
    expect(label).toBe('estimate, not revenue');
  });
});
