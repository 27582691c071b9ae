import * as Plot from '@observablehq/plot';
import type { Chart } from '../drawing.ts';
import { excerpt } from '../excerpt.ts';
import { modelName } from '../model-name.ts';
import type { ReportContext } from '../report-context.ts';
import type { ReportAttribution } from '../report-input.ts';

const symbols = [
  { symbol: 'circle', sign: '\u25cf' },
  { symbol: 'square', sign: '\u25a0' },
  { symbol: 'triangle', sign: '\u25b2' },
  { symbol: 'diamond', sign: '\u25c6' },
  { symbol: 'star', sign: '\u2605' },
] as const;

// A model has a shape and a colour by its place in the list.
function modelMark(index: number) {
  const mark = symbols[index % symbols.length] ?? symbols[0];
  return { symbol: mark.symbol, sign: mark.sign, colour: `category-${(index % 8) + 1}` };
}

/** Credit by channel, one mark for each model: where they disagree, nobody knows. */
export function attributionChart(
  models: readonly ReportAttribution[],
  { words, formats }: ReportContext,
): Chart {
  const points = models.flatMap(({ model, channels, settings }) =>
    channels.map(({ channel, conversions, value, low, high }) => ({
      model,
      channel,
      conversions,
      low: low ?? null,
      high: high ?? null,
      value,
      currency: settings.currency,
    })),
  );
  const channels = [...new Set(points.map(({ channel }) => channel))];
  const best = points.toSorted((a, b) => b.conversions - a.conversions)[0];
  return {
    id: 'attribution',
    title: words.attribution.chart,
    description: words.attribution.alternative(
      best
        ? `${best.channel}, ${formats.decimal(best.conversions, 1)} (${modelName(best.model, words)})`
        : words.unknown,
    ),
    table: {
      id: 'attribution',
      title: words.attribution.chart,
      columns: [
        { key: 'channel', label: words.attribution.columns.channel },
        { key: 'model', label: words.attribution.columns.model },
        { key: 'conversions', label: words.attribution.columns.conversions, numeric: true },
        { key: 'low', label: words.timing.columns.low, numeric: true },
        { key: 'high', label: words.timing.columns.high, numeric: true },
        { key: 'value_minor', label: words.attribution.columns.value, numeric: true },
      ],
      rows: points.map(({ channel, model, conversions, low, high, value, currency }) => [
        channel,
        { value: model, text: modelName(model, words) },
        { value: conversions, text: formats.decimal(conversions, 1) },
        low === null ? null : { value: low, text: formats.decimal(low, 1) },
        high === null ? null : { value: high, text: formats.decimal(high, 1) },
        currency === null
          ? null
          : { value, text: formats.money({ minor: Math.round(value), currency }) },
      ]),
    },
    legend: models.map(({ model }, index) => {
      const { colour, sign } = modelMark(index);
      return { swatches: [{ colour, sign }], text: modelName(model, words) };
    }),
    plot: (width) => ({
      height: 34 + channels.length * 34,
      marginLeft: width < 500 ? 96 : 170,
      marginRight: 20,
      marginTop: 4,
      marginBottom: 28,
      x: {
        label: null,
        zero: true,
        nice: true,
        ticks: width < 500 ? 4 : 8,
        tickSize: 0,
        tickFormat: formats.count,
      },
      y: {
        domain: channels,
        label: null,
        tickSize: 0,
        padding: 0.3,
        tickFormat: (channel: string) => excerpt(channel, width < 500 ? 14 : 26),
      },
      marks: [
        Plot.gridX({ stroke: 'var(--line)', strokeOpacity: 1 }),
        Plot.ruleY(
          channels.map((channel) => {
            const values = points
              .filter((point) => point.channel === channel)
              .flatMap(({ conversions, low, high }) => [
                conversions,
                low ?? conversions,
                high ?? conversions,
              ]);
            return { channel, low: Math.min(...values), high: Math.max(...values) };
          }),
          {
            y: 'channel',
            x1: 'low',
            x2: 'high',
            stroke: 'var(--line)',
            strokeWidth: 7,
            strokeLinecap: 'round',
          },
        ),
        ...models.map(({ model }, index) =>
          Plot.dot(
            points.filter((point) => point.model === model),
            {
              y: 'channel',
              x: 'conversions',
              r: 5.5,
              symbol: modelMark(index).symbol,
              fill: `var(--${modelMark(index).colour})`,
              stroke: 'var(--sheet)',
            },
          ),
        ),
      ],
    }),
  };
}
