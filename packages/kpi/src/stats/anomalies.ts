import { median } from './quantile.ts';

/** How a daily series is watched. */
export interface DetectAnomaliesOptions {
  /**
   * Days in a season; each day is compared with its like.
   *
   * @defaultValue 7
   */
  readonly season?: number;
  /**
   * How many robust standard deviations are too many.
   *
   * @defaultValue 3.5
   */
  readonly threshold?: number;
  /**
   * `log` for counts, whose swings grow with them; `anscombe` for small counts; `linear` for rates.
   *
   * @defaultValue 'log'
   */
  readonly scale?: 'log' | 'anscombe' | 'linear';
  /**
   * Days with a base (impressions, sessions) below this are left alone.
   *
   * @defaultValue 0
   */
  readonly minimumBase?: number;
  /** The base of each day, for `minimumBase`. */
  readonly base?: readonly number[];
}

/** One day of a series, judged. */
export interface JudgedDay {
  readonly index: number;
  readonly value: number | null;
  /** What the day should have been; `null` when nobody can tell. */
  readonly expected: number | null;
  /** How far it is from that, in robust standard deviations. */
  readonly score: number | null;
  readonly status: 'ok' | 'anomaly' | 'missing-input' | 'low-base' | 'too-short';
}

const scales = {
  log: { to: (value: number) => Math.log1p(Math.max(0, value)), from: Math.expm1 },
  anscombe: {
    to: (value: number) => 2 * Math.sqrt(Math.max(0, value) + 3 / 8),
    from: (value: number) => (value / 2) ** 2 - 3 / 8,
  },
  linear: { to: (value: number) => value, from: (value: number) => value },
};

/**
 * Finds the days that stick out of a daily series with a trend and a week: a running median takes the
 * trend out, the median of each weekday the week, and the median absolute deviation says what is usual.
 * At least three seasons are needed.
 *
 * ```ts
 * import { detectAnomalies } from '@affiche/kpi/stats';
 *
 * const visits = Array.from({ length: 35 }, (_day, index) => (index % 7 > 4 ? 50 : 100) + (index % 3));
 * visits[17] = 400;
 * detectAnomalies(visits).filter(({ status }) => status === 'anomaly').map(({ index }) => index); // => [17]
 * ```
 */
export function detectAnomalies(
  series: readonly (number | null)[],
  options: DetectAnomaliesOptions = {},
): JudgedDay[] {
  const { season = 7, threshold = 3.5, scale = 'log', minimumBase = 0, base } = options;
  const { to, from } = scales[scale];
  const values = series.map((value) =>
    value === null || !Number.isFinite(value) ? Number.NaN : to(value),
  );
  const isLow = series.map((_value, index) => (base?.[index] ?? Infinity) < minimumBase);
  const usable = values.map((value, index) => (isLow[index] ? Number.NaN : value));
  const trend = usable.map((_value, index) => middleOf(around(usable, index, season)));
  const detrended = usable.map((value, index) => value - (trend[index] ?? Number.NaN));
  const weekly = Array.from({ length: season }, (_day, day) =>
    middleOf(detrended.filter((_value, index) => index % season === day)),
  );
  const residuals = detrended.map((value, index) => value - (weekly[index % season] ?? 0));
  const spread = 1.4826 * middleOf(residuals.map(Math.abs));
  const isShort = usable.filter((value) => !Number.isNaN(value)).length < 3 * season;
  return series.map((value, index): JudgedDay => {
    const residual = residuals[index] ?? Number.NaN;
    const known = (values[index] ?? Number.NaN) - residual;
    const expected = Number.isNaN(known) ? null : from(known);
    const day = { index, value, expected, score: null };
    if (Number.isNaN(values[index])) return { ...day, status: 'missing-input' };
    if (isLow[index]) return { ...day, status: 'low-base' };
    if (isShort) return { ...day, expected: null, status: 'too-short' };
    // Where nothing ever varies, anything else is infinitely far away.
    const score =
      spread > 0 ? residual / spread : residual === 0 ? 0 : Math.sign(residual) * Infinity;
    return { ...day, score, status: Math.abs(score) > threshold ? 'anomaly' : 'ok' };
  });
}

/** A window of two seasons and a day, moved inwards at the ends. */
function around(values: readonly number[], index: number, season: number): readonly number[] {
  const width = 2 * season + 1;
  const start = Math.max(0, Math.min(index - season, values.length - width));
  return values.slice(start, start + width);
}

function middleOf(values: readonly number[]): number {
  return median(values.filter((value) => !Number.isNaN(value)));
}
