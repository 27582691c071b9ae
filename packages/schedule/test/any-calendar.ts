import {
  accountKey,
  Draft,
  epochMilliseconds,
  Publication,
  type Random,
  resolveWallTime,
  seededRandom,
  type WallTime,
} from '@affiche/core';
import { fitPostingTimes, hourOfWeek, type Idea, type PlanCalendarInput } from '@affiche/schedule';

const zone = 'Europe/Paris';
const [hour, day] = [3_600_000, 86_400_000];
const untaught = fitPostingTimes([], {
  zone,
  objective: 'engagement',
  now: '2027-01-01T00:00:00Z',
});
// Over both changes of the clocks, over the end of a week, and within one.
const beginnings = ['2027-03-27', '2027-10-30', '2027-01-09', '2027-01-04'];

/** A tiny calendar with any of the rules, few times, and what an hour is worth. */
export interface AnyCalendar {
  readonly input: PlanCalendarInput;
  readonly times: readonly {
    readonly at: WallTime;
    readonly moment: number;
    readonly gain: number;
  }[];
}

/** A time on the walls of the calendars. */
export function wall(date: string, time: string): WallTime {
  return { date, time, zone, disambiguation: 'compatible' };
}

/** Milliseconds since the epoch. */
export function momentOf(at: WallTime): number {
  return epochMilliseconds(resolveWallTime(at));
}

/** One of many calendars, each told by its seed. */
export function anyCalendar(seed: string): AnyCalendar {
  const random = seededRandom(seed);
  const { whole, isSo, oneOf } = choices(random);
  const from = oneOf(beginnings);
  const dates = Array.from({ length: whole(1, 3) }, (_, index) => dateAfter(from, index));
  const to = dates.at(-1) ?? from;
  const gains = Array.from({ length: 168 }, () => 0.5 + random());
  const surface = untaught.surface().map((each) => {
    const estimate = (gains[each.slot] ?? 1) - 1;
    return { ...each, uplift: { ...each.uplift, estimate } };
  });
  const names = isSo(0.35) ? ['a', 'b'] : ['a'];
  const opens = isSo(0.5) ? 1 : 8;
  const hours = names.length === 2 ? 2 : whole(2, 4);
  const channels = names.map((id) => ({
    account: { platform: id, id },
    cadence: {
      perWeek: { min: isSo(0.3) ? whole(1, 2) : 0, max: whole(0, 4) },
      perDay: isSo(0.5) ? whole(1, 2) : undefined,
      minGapHours: isSo(0.3) ? 0 : whole(1, 26),
      rolling: isSo(0.4) ? [{ hours: whole(2, 40), max: whole(1, 2) }] : undefined,
    },
    quietHours: [{ from: clock(opens + hours), to: clock(opens) }],
  }));
  const limits = { min: isSo(0.3) ? whole(1, 2) : 0, max: whole(0, 3) };
  const pillars = [
    { id: 'craft', share: 0.5, perWeek: isSo(0.5) ? limits : undefined },
    { id: 'shop', share: 0.5 },
  ];
  const blackouts = isSo(0.2) ? [{ from: oneOf(dates), to, reason: 'closed' }] : [];
  const ideas = Array.from({ length: whole(1, names.length === 2 ? 2 : 4) }, (_, index): Idea => ({
    draft: Draft.parse({
      id: `idea-${index}`,
      items: [{ text: 'x' }],
      audience: isSo(0.5) ? 'parents' : undefined,
      pillar: isSo(0.6) ? oneOf(['craft', 'shop']) : undefined,
    }),
    value: isSo(0.5) ? 1 : 0.3 + 2 * random(),
    notBefore: isSo(0.2) ? wall(oneOf(dates), '09:00') : undefined,
    deadline: isSo(0.2) ? wall(oneOf(dates), '10:00') : undefined,
    pinnedAt: isSo(0.12) ? wall(oneOf(dates), '09:30') : undefined,
  }));
  const [channel] = channels;
  const published =
    channel && isSo(0.3) ? [earlier(channel.account, oneOf([from, dateAfter(from, -1)]))] : [];
  const early = { name: 'early', from: '00:00', to: '09:00', minPerWeek: whole(1, 7) };
  const input: PlanCalendarInput = {
    strategy: { zone, channels, pillars: isSo(0.6) ? pillars : [], blackouts },
    ideas,
    timing: { ...untaught, surface: () => surface },
    published,
    now: isSo(0.3) ? resolveWallTime(wall(from, '00:30')) : undefined,
    approvalLeadHours: whole(0, 12),
    coverage: isSo(0.35) ? [early] : [],
    audienceCaps: isSo(0.5) ? [{ audience: 'parents', perDay: whole(1, 2) }] : [],
    from,
    to,
  };
  const clocks = Array.from({ length: hours }, (_, index) => clock(opens + index));
  return { input, times: timesOf(input, dates, clocks, gains) };
}

/** Numbers, yes or no, and one of several, by chance. */
export function choices(random: Random) {
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const isSo = (probability: number) => random() < probability;
  const oneOf = <Item>(items: readonly Item[]): Item => items[whole(0, items.length - 1)] as Item;
  return { whole, isSo, oneOf };
}

function timesOf(
  { strategy, now, approvalLeadHours = 0 }: PlanCalendarInput,
  dates: readonly string[],
  clocks: readonly string[],
  gains: readonly number[],
): AnyCalendar['times'] {
  const earliest =
    now === undefined ? -Infinity : epochMilliseconds(now) + approvalLeadHours * hour;
  const shown = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' });
  return dates
    .filter((date) => !strategy.blackouts?.some(({ from, to }) => from <= date && date <= to))
    .flatMap((date) => clocks.map((time) => wall(date, time)))
    .map((at) => ({
      at,
      moment: momentOf(at),
      gain: gains[hourOfWeek(resolveWallTime(at), zone)] ?? 0,
    }))
    .filter(({ at, moment }) => moment >= earliest && shown.format(moment) === at.time);
}

function earlier(account: { readonly platform: string; readonly id: string }, date: string) {
  const items = [{ text: 'x' }];
  const draft = { id: 'earlier', audience: 'parents', pillar: 'craft', items };
  return Publication.parse({ id: 'earlier', draft, account, at: wall(date, '10:15') });
}

function clock(hours: number): string {
  return `${String(hours).padStart(2, '0')}:00`;
}

function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);
}

/** The channel that a publication is for. */
export function channelOf({ strategy }: PlanCalendarInput, { account }: Publication): number {
  return strategy.channels.findIndex((each) => accountKey(each.account) === accountKey(account));
}
