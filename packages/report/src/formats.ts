import { formatMoney, minorUnitDigits, type Money, type PlainDate } from '@affiche/core';

/** The languages a report can be written in. */
export type ReportLanguage = 'en' | 'fr';

/** How numbers and days are written in one language; the host's own language and zone play no part. */
export interface Formats {
  readonly language: ReportLanguage;
  /** `1,234`. */
  readonly count: (value: number) => string;
  /** At most this many decimals: `2.35`. */
  readonly decimal: (value: number, digits?: number) => string;
  /** A fraction as a percentage: `2.1%`. */
  readonly percent: (fraction: number, digits?: number) => string;
  /** A fraction as a percentage with its sign: `+12%`. */
  readonly change: (fraction: number, digits?: number) => string;
  readonly money: (amount: Money) => string;
  /** The same without cents where there are none, or where they do not matter: `€1,800`. */
  readonly roundMoney: (amount: Money) => string;
  /** `4 January 2027`. */
  readonly date: (date: PlainDate) => string;
  /** `4 January to 28 March 2027`, the short way. */
  readonly dates: (from: PlainDate, to: PlainDate) => string;
  /** `4 Jan`. */
  readonly day: (date: PlainDate) => string;
  /** `Monday 4 January`. */
  readonly longDay: (date: PlainDate) => string;
  /** `January 2027`. */
  readonly month: (date: PlainDate) => string;
  /** 0 is Monday: `Monday`, `Mon` or `M`. */
  readonly weekday: (index: number, width?: 'long' | 'short' | 'narrow') => string;
  /** `08:00`, or `8 h` in French. */
  readonly hour: (hour: number) => string;
  /** Seconds as minutes or hours: `12 min`. */
  readonly duration: (seconds: number) => string;
  /** `a, b and c`. */
  readonly list: (items: readonly string[]) => string;
}

// British English, because the report speaks of 4 January and of 18:00.
const locales = { en: 'en-GB', fr: 'fr-FR' } as const satisfies Record<ReportLanguage, string>;

/** Makes the formats of a language; one set serves a whole report. */
export function formatsOf(language: ReportLanguage): Formats {
  const locale = locales[language];
  const numbers = new Map<string, Intl.NumberFormat>();
  const number = (value: number, options: Intl.NumberFormatOptions) => {
    const key = JSON.stringify(options);
    const format = numbers.get(key) ?? new Intl.NumberFormat(locale, options);
    numbers.set(key, format);
    // Zero has no sign, however it was computed.
    return format.format(value === 0 ? 0 : value).replace('-', '\u2212');
  };
  // The first of a month is an ordinal in French, which CLDR does not know.
  const ordinal = (text: string) =>
    language === 'fr' ? text.replaceAll(/(?<!\d)1 (?=\p{L})/gu, '1er ') : text;
  const days = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (date: PlainDate) => ordinal(format.format(Date.parse(date)));
  };
  const longDate = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const weekdays = {
    long: days({ weekday: 'long' }),
    short: days({ weekday: 'short' }),
    narrow: days({ weekday: 'narrow' }),
  };
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    language,
    count: (value) => number(value, { maximumFractionDigits: 0 }),
    decimal: (value, digits = 2) => number(value, { maximumFractionDigits: digits }),
    percent: (fraction, digits = 1) =>
      number(fraction, { style: 'percent', maximumFractionDigits: digits }),
    change: (fraction, digits = 0) =>
      number(fraction, {
        style: 'percent',
        maximumFractionDigits: digits,
        signDisplay: 'exceptZero',
      }),
    money: (amount) => formatMoney(amount, locale),
    roundMoney: ({ minor, currency }) =>
      number(minor / 10 ** minorUnitDigits(currency), {
        style: 'currency',
        currency,
        trailingZeroDisplay: 'stripIfInteger',
        ...(Math.abs(minor) >= 100 * 10 ** minorUnitDigits(currency) && {
          maximumFractionDigits: 0,
        }),
      }),
    date: days({ day: 'numeric', month: 'long', year: 'numeric' }),
    dates: (from, to) => ordinal(longDate.formatRange(Date.parse(from), Date.parse(to))),
    day: days({ day: 'numeric', month: 'short' }),
    longDay: days({ weekday: 'long', day: 'numeric', month: 'long' }),
    month: days({ month: 'long', year: 'numeric' }),
    // 2024 began on a Monday.
    weekday: (index, width = 'long') => weekdays[width](`2024-01-0${index + 1}`),
    hour: (hour) => (language === 'fr' ? `${hour}\u00a0h` : `${String(hour).padStart(2, '0')}:00`),
    duration: (seconds) =>
      seconds < 3600
        ? number(seconds / 60, { style: 'unit', unit: 'minute', maximumFractionDigits: 1 })
        : number(seconds / 3600, { style: 'unit', unit: 'hour', maximumFractionDigits: 1 }),
    list: (items) => list.format(items),
  };
}
