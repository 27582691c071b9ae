import type { Interval } from '../kpi-value.ts';

/** What the last day may bring, if things go on as they did. */
export interface Forecast {
  readonly value: number;
  readonly interval: Interval;
  readonly method: string;
}

/** One day's value. */
export interface DailyValue {
  readonly day: number;
  readonly value: number;
}

// Fewer days than this give an interval that says nothing.
const fewestDays = 7;
const level = 0.8;

/**
 * Projects a total: what is there, plus the daily mean for each day to come. The interval adds the
 * days' own spread and the doubt about their mean: s²·(h + h²/n), Student's t with n − 1 degrees.
 * What is there stays, unless days may take away from it.
 */
export function forecastTotal(
  series: readonly DailyValue[],
  { first, today, last }: { readonly first: number; readonly today: number; readonly last: number },
): Forecast | undefined {
  const days = today - first + 1;
  if (days < fewestDays) return undefined;
  const values = new Map(series.map(({ day, value }) => [day, value]));
  // A day without rows is a day on which nothing went out.
  const daily = Array.from({ length: days }, (_, index) => values.get(first + index) ?? 0);
  const soFar = sum(daily);
  const { mean, deviation } = describe(daily);
  const ahead = last - today;
  return around(
    soFar + mean * ahead,
    deviation * Math.sqrt(ahead + ahead ** 2 / days),
    days - 1,
    'daily mean',
    leastOf(daily, soFar),
  );
}

/** Projects a level: a random walk with drift from its last reading. */
export function forecastLevel(
  series: readonly DailyValue[],
  { today, last }: { readonly today: number; readonly last: number },
): Forecast | undefined {
  const steps = series.slice(1).map(({ day, value }, index) => {
    const before = series[index]!;
    return { days: day - before.day, change: value - before.value };
  });
  const end = series.at(-1);
  const days = end ? end.day - series[0]!.day : 0;
  if (!end || days < fewestDays || steps.length < 3) return undefined;
  const drift = (end.value - series[0]!.value) / days;
  // Readings may be days apart: the spread of a step grows with the root of its length.
  const spread = sum(steps.map((step) => (step.change - drift * step.days) ** 2 / step.days));
  const deviation = Math.sqrt(spread / (steps.length - 1));
  const ahead = last - Math.min(today, end.day);
  return around(
    end.value + drift * ahead,
    deviation * Math.sqrt(ahead + ahead ** 2 / days),
    steps.length - 1,
    'drift',
  );
}

/** One day's two halves of a rate. */
export interface DailyHalves {
  readonly day: number;
  readonly above: number;
  readonly below: number;
}

/**
 * Projects a rate: the rate of all days stays, and the days to come weigh like those that were. The
 * interval is that of a total of what each day gave beyond the rate, over the sum below the line; what
 * is above the line already stays there.
 */
export function forecastRate(
  series: readonly DailyHalves[],
  { first, today, last }: { readonly first: number; readonly today: number; readonly last: number },
): Forecast | undefined {
  const days = today - first + 1;
  const below = sum(series.map((each) => each.below));
  if (days < fewestDays || !(below > 0)) return undefined;
  const rate = sum(series.map((each) => each.above)) / below;
  // A day without rows gave nothing beyond the rate.
  const beyond = sum(series.map((each) => (each.above - rate * each.below) ** 2));
  const ahead = last - today;
  const growth = 1 + ahead / days;
  return around(
    rate,
    (Math.sqrt(beyond / (days - 1)) * Math.sqrt(ahead + ahead ** 2 / days)) / (below * growth),
    days - 1,
    'steady rate',
    leastOf(
      series.map((each) => each.above),
      rate / growth,
    ),
  );
}

/** What is left should nothing more come, where no day ever took anything away. */
function leastOf(daily: readonly number[], left: number): number {
  return daily.every((value) => value >= 0) ? left : -Infinity;
}

function around(
  value: number,
  error: number,
  freedom: number,
  method: string,
  least = -Infinity,
): Forecast {
  const reach = studentQuantile90(freedom) * error;
  const interval = { low: Math.max(least, value - reach), high: value + reach, level, method };
  return { value, interval, method };
}

function describe(values: readonly number[]): { mean: number; deviation: number } {
  const mean = sum(values) / values.length;
  const squares = sum(values.map((value) => (value - mean) ** 2));
  return { mean, deviation: Math.sqrt(squares / (values.length - 1)) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

// The printed table of Student's t at 0.90, for 1 to 30 degrees of freedom; beyond it, straight in
// 1/degrees toward the normal quantile, which is right to three decimals.
const table = [
  3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.35, 1.345,
  1.341, 1.337, 1.333, 1.33, 1.328, 1.325, 1.323, 1.321, 1.319, 1.318, 1.316, 1.315, 1.314, 1.313,
  1.311, 1.31,
];

function studentQuantile90(freedom: number): number {
  const normal = 1.2816;
  return table[freedom - 1] ?? normal + ((table[29]! - normal) * 30) / freedom;
}
