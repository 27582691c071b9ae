import { reconcileClicks, usualLossCauses } from '@affiche/links';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('reconcileClicks', () => {
  test('follows the chain from the click to the visitor who stays', () => {
    const chain = reconcileClicks({
      'ad-click': 2000,
      'outbound-click': 1500,
      'landing-page-view': 1350,
      session: 900,
      'engaged-session': 540,
    });
    expect(chain.map(({ from, to, kept, lost, status }) => [from, to, kept, lost, status])).toEqual(
      [
        ['ad-click', 'outbound-click', 0.75, 500, 'ok'],
        ['outbound-click', 'landing-page-view', 0.9, 150, 'ok'],
        ['landing-page-view', 'session', 2 / 3, 450, 'ok'],
        ['session', 'engaged-session', 0.6, 360, 'ok'],
      ],
    );
  });

  test('says how much no cause explains', () => {
    const [step] = reconcileClicks(
      { 'outbound-click': 1000, session: 300 },
      {
        causes: [
          { cause: 'consent', between: ['landing-page-view', 'session'], low: 0.2, high: 0.4 },
          { cause: 'elsewhere', between: ['session', 'engaged-session'], low: 0, high: 0.9 },
        ],
      },
    );
    expect(step?.status).toBe('unexplained');
    expect(step?.unexplained).toBeCloseTo(0.3, 12);
    expect(step?.causes.map(({ cause }) => cause)).toEqual(['consent']);
  });

  test('flags more arrivals than departures', () => {
    const [step] = reconcileClicks({ 'outbound-click': 100, session: 130 });
    expect(step).toMatchObject({ status: 'above-one', kept: 1.3, lost: -30, unexplained: 0 });
  });

  test('flags a sudden change against earlier periods, and only that', () => {
    const history = { session: [0.7, 0.71, 0.69, 0.7, 0.72, 0.68, 0.7, 0.71] };
    const status = (session: number) =>
      reconcileClicks({ 'landing-page-view': 1000, session }, { history })[0]?.status;
    expect(status(690)).toBe('ok');
    expect(status(500)).toBe('changed');
    expect(status(900)).toBe('changed');
    const short = { session: history.session.slice(1) };
    expect(
      reconcileClicks({ 'landing-page-view': 1000, session: 600 }, { history: short })[0]?.status,
    ).toBe('ok');
  });

  test('tells what is missing from what is zero', () => {
    expect(reconcileClicks({ 'ad-click': 0, session: 0 })[0]).toMatchObject({
      status: 'zero-denominator',
      kept: null,
    });
    expect(reconcileClicks({ 'ad-click': Number.NaN, session: 5 })[0]?.status).toBe(
      'missing-input',
    );
    expect(reconcileClicks({ 'ad-click': 5, session: -1 })[0]?.status).toBe('missing-input');
    expect(reconcileClicks({ 'ad-click': 5 })).toEqual([]);
  });

  test('never explains less than nothing nor more than all', () => {
    const count = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(count, count, count, (click, view, session) => {
        for (const step of reconcileClicks({
          'ad-click': click,
          'landing-page-view': view,
          session,
        })) {
          const { unexplained, kept, lost } = step;
          expect(unexplained === null || (unexplained >= 0 && unexplained <= 1)).toBe(true);
          expect(kept === null).toBe(unexplained === null);
          expect(lost).toBe(step.from === 'ad-click' ? click - view : view - session);
        }
      }),
    );
  });

  test('names the source of what is a vendor’s claim', () => {
    const sourced = usualLossCauses.filter(({ source }) => source);
    expect(sourced.map(({ cause }) => cause)).toEqual([
      'consent refused (European Union)',
      'blockers',
    ]);
    for (const { low, high } of usualLossCauses) expect(low).toBeLessThanOrEqual(high);
  });
});
