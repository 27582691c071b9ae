import * as Plot from '@observablehq/plot';
import { anchor } from '../anchor.ts';
import type { Chart } from '../drawing.ts';
import type { ReportContext } from '../report-context.ts';
import type { ScorecardRow } from '@affiche/kpi';
import { formatValue } from '../values.ts';
import { scorecardTable } from '../scorecard-table.ts';

// In pixels, between the start and the target.
const roomForStart = 86;
const roomForBoth = 140;

/** One objective on its way: from the baseline to the target, where it should be today, where it is heading. */
export function objectiveBullet(row: ScorecardRow, context: ReportContext): Chart {
  const { input, words, formats } = context;
  const value = (number: number) => formatValue(number, row.unit, formats, input.strategy.currency);
  const { baseline, target, actual, expected } = row;
  const forecast = row.forecast?.interval;
  const points = [baseline, target, actual, expected, forecast?.low, forecast?.high].filter(
    (point) => typeof point === 'number',
  );
  const low = Math.min(...points);
  const high = Math.max(...points);
  // All values alike would leave no width to draw on.
  const room = (high - low || Math.abs(high) || 1) * 0.05;
  const tone = {
    reached: 'good',
    'on-track': 'good',
    behind: 'bad',
    'too-early': 'muted',
    unknown: 'muted',
  };
  const share = (point: number) => (point - low) / (high - low || 1);
  const gap = Math.abs(share(target) - share(baseline));
  // The name of a target close to its start goes to the far side, where that has room.
  const outward = (width: number) => {
    if (gap * width >= roomForBoth) return undefined;
    if (target > baseline) return share(target) < 0.6 ? 'start' : undefined;
    return share(target) > 0.4 ? 'end' : undefined;
  };
  const isCrowded = (width: number) =>
    gap * width < (outward(width) === undefined ? roomForBoth : roomForStart);
  const colour = `var(--${tone[row.verdict]})`;
  const track = { y1: 22, y2: 34 };
  return {
    id: anchor('objective', row.objective),
    title: row.name,
    description: words.scorecard.alternative({
      baseline: value(baseline),
      target: value(target),
      actual: actual === null ? null : value(actual),
      expected: value(expected),
      forecast: forecast ? { low: value(forecast.low), high: value(forecast.high) } : null,
    }),
    table: {
      ...scorecardTable([row], context),
      id: anchor('objective', row.objective),
      title: row.name,
    },
    plot: (width) => ({
      height: 66,
      marginLeft: 10,
      marginRight: 10,
      marginTop: 0,
      marginBottom: 0,
      x: { domain: [low - room, high + room], axis: null },
      y: { domain: [0, 66], range: [0, 66], axis: null },
      marks: [
        Plot.rect([row], {
          x1: Math.min(baseline, target),
          x2: Math.max(baseline, target),
          ...track,
          fill: 'var(--heat-0)',
          rx: 3,
        }),
        ...(actual === null || actual === baseline
          ? []
          : [
              Plot.rect([row], {
                x1: Math.min(baseline, actual),
                x2: Math.max(baseline, actual),
                ...track,
                fill: colour,
                rx: 3,
              }),
            ]),
        ...(forecast
          ? [
              Plot.ruleY([row], {
                y: 28,
                x1: forecast.low,
                x2: forecast.high,
                stroke: 'var(--ink)',
                strokeWidth: 1.6,
              }),
              Plot.ruleX([forecast.low, forecast.high], {
                y1: 24,
                y2: 32,
                stroke: 'var(--ink)',
                strokeWidth: 1.6,
              }),
            ]
          : []),
        Plot.ruleX([expected], {
          y1: 17,
          y2: 39,
          stroke: 'var(--ink)',
          strokeWidth: 2,
          strokeDasharray: '3 2',
        }),
        Plot.text([words.scorecard.paceMark], {
          x: expected,
          y: 9,
          fontSize: 12,
          fill: 'var(--muted)',
          textAnchor: alignment(expected, low, high),
        }),
        Plot.ruleX([target], { y1: 15, y2: 41, stroke: 'var(--ink)', strokeWidth: 3 }),
        // Two marks close together have room for the name of one.
        Plot.text(isCrowded(width) ? [] : [baseline], {
          x: baseline,
          y: 54,
          text: () => `${words.scorecard.baselineMark} ${value(baseline)}`,
          fontSize: 12,
          fill: 'var(--muted)',
          textAnchor: alignment(baseline, low, high),
        }),
        Plot.text([target], {
          x: target,
          y: 54,
          text: () => `${words.scorecard.targetMark} ${value(target)}`,
          fontSize: 12,
          fill: 'var(--ink)',
          fontWeight: 600,
          textAnchor: outward(width) ?? alignment(target, low, high),
        }),
      ],
    }),
  };
}

function alignment(value: number, low: number, high: number): 'start' | 'middle' | 'end' {
  const share = (value - low) / (high - low || 1);
  return share < 0.2 ? 'start' : share > 0.8 ? 'end' : 'middle';
}
