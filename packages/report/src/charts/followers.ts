import * as Plot from '@observablehq/plot';
import { countTicks } from './count-ticks.ts';
import type { Chart } from '../drawing.ts';
import { excerpt } from '../excerpt.ts';
import { accountNames } from '../networks.ts';
import type { FollowerCount } from '../readings.ts';
import type { ReportContext } from '../report-context.ts';

// Lines differ by their dashes as well, for those who see no colour and for print.
const dashes = ['none', '6 3', '2 3', '9 3 2 3', '12 4', '4 2', '1 4', '8 2 2 2'];

const [height, marginTop, marginBottom] = [250, 18, 26];
const lineHeight = 15;

/** More lines than this are a thicket; the table has every account. */
export const mostLines = 8;

/** Followers over time, a line for each account. */
export function followerTrend(counts: readonly FollowerCount[], context: ReportContext): Chart {
  const { input, words, formats } = context;
  const name = accountNames(input);
  const lines = largestAccounts(counts).map(([account, points], index) => ({
    name: name(account),
    points,
    index,
  }));
  const ends = lines.flatMap((line) => {
    const [first, last] = [line.points[0], line.points.at(-1)];
    return first && last ? [{ ...line, first, last }] : [];
  });
  const domain = scaleOf(lines.flatMap(({ points }) => points.map(({ followers }) => followers)));
  const ticks = countTicks(domain, 4);
  return {
    id: 'followers',
    title: words.trends.followers,
    description: words.trends.followersAlternative(
      ends
        .map(({ name, first, last }) =>
          words.trends.change(name, formats.count(first.followers), formats.count(last.followers)),
        )
        .join('; '),
    ),
    table: {
      id: 'followers',
      title: words.trends.followers,
      columns: [
        { key: 'account', label: words.trends.columns.account },
        { key: 'date', label: words.trends.columns.date },
        { key: 'followers', label: words.trends.columns.followers, numeric: true },
      ],
      rows: counts.map(({ account, date, followers }) => [
        name(account),
        { value: date, text: formats.date(date) },
        { value: followers, text: formats.count(followers) },
      ]),
    },
    plot: (width) => ({
      height,
      marginLeft: 46,
      marginRight: 24,
      marginTop,
      marginBottom,
      x: {
        type: 'utc',
        label: null,
        tickSize: 0,
        ticks: width < 500 ? 3 : 5,
        tickFormat: (day: Date) => formats.day(day.toISOString().slice(0, 10)),
      },
      y: { domain, label: null, tickSize: 0, ticks, nice: true, tickFormat: formats.count },
      marks: [
        Plot.gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks }),
        ...lines.map(({ points, index }) =>
          Plot.lineY(points, {
            x: date,
            y: 'followers',
            stroke: `var(--category-${(index % 8) + 1})`,
            strokeWidth: 2.5,
            strokeDasharray: dashes[index % 8] ?? 'none',
            strokeLinejoin: 'round',
          }),
        ),
        ...labelled(ends, domain).map(({ end, shift }) =>
          Plot.text([end], {
            x: ({ last }: typeof end) => date(last),
            y: ({ last }: typeof end) => last.followers,
            text: ({ name, last }: typeof end) =>
              `${excerpt(name, width < 500 ? 28 : 60)} ${formats.count(last.followers)}`,
            textAnchor: 'end',
            dy: shift - 12,
            fontWeight: 600,
            stroke: 'var(--sheet)',
            strokeWidth: 4,
            fill: `var(--category-${(end.index % 8) + 1})`,
          }),
        ),
      ],
    }),
  };
}

// Lines that end close together would have their names on top of each other: each goes below the last.
function labelled<
  End extends { readonly points: readonly FollowerCount[]; readonly last: FollowerCount },
>(
  ends: readonly End[],
  [low, high]: readonly [number, number],
): { readonly end: End; readonly shift: number }[] {
  const perPixel = Math.max(1, high - low) / (height - marginTop - marginBottom);
  let floor = -Infinity;
  return ends
    .toSorted((a, b) => b.last.followers - a.last.followers)
    .map((end) => {
      const y = (high - end.last.followers) / perPixel;
      floor = Math.max(y, floor + lineHeight);
      return { end, shift: floor - y };
    });
}

function date({ date }: FollowerCount): Date {
  return new Date(Date.parse(date));
}

// Two readers more among six hundred are no steep line: a scale spans a twentieth of its top at least.
function scaleOf(counts: readonly number[]): [number, number] {
  const high = counts.reduce((most, count) => Math.max(most, count), 1);
  const low = counts.reduce((least, count) => Math.min(least, count), high);
  return [Math.min(low, Math.floor(high * 0.95)), high];
}

function largestAccounts(counts: readonly FollowerCount[]) {
  return [...Map.groupBy(counts, ({ account }) => account)]
    .toSorted(([, first], [, second]) => latest(second) - latest(first))
    .slice(0, mostLines);
}

function latest(points: readonly FollowerCount[]): number {
  return points.at(-1)?.followers ?? 0;
}
