import { ConfigurationError, type PlainDate } from '@affiche/core';
import {
  type Channel,
  type ChannelRuleSet,
  channelRuleSets,
  type ChannelTest,
  type SourceCategory,
} from './channel-rules.ts';
import { knownSources, type SourceList } from './channel-sources.ts';

/** Where a visit came from. What is missing is `(direct)` and `(none)`. */
export interface Traffic {
  readonly source?: string | null;
  readonly medium?: string | null;
  readonly campaign?: string | null;
}

/** Which rules and which lists of sites decide. */
export interface ChannelGroupOptions {
  /**
   * The id of a rule set (`ga4@2026-05`), or a set of your own.
   *
   * @defaultValue the newest
   */
  readonly rules?: string | ChannelRuleSet;
  /** The rule set that was in force on this day, instead of `rules`. */
  readonly at?: PlainDate;
  /**
   * Sites by kind.
   *
   * @defaultValue {@link knownSources}
   */
  readonly sources?: SourceList;
  /** More sites, such as {@link networkOverlay}: the results then differ from Google's. */
  readonly overlay?: SourceList;
}

type Field = ChannelTest['field'];

// Campaign names are many in a long table; beyond this a cache costs more than it saves.
const mostRemembered = 50_000;

// One bit each in an integer that the engine keeps small.
const mostTests = 2 ** 29;

let usual: ((traffic: Traffic) => Channel) | undefined;

/**
 * The default channel group of Google Analytics 4 for a visit.
 *
 * ```ts
 * import { channelGroup, networkOverlay } from '@affiche/links';
 *
 * channelGroup({ source: 'facebook', medium: 'cpc' }); // => 'Paid Social'
 * channelGroup({ source: 'bsky.app', medium: 'referral' }); // => 'Referral'
 * const ours = channelGroup({ source: 'bsky.app', medium: 'referral' }, { overlay: networkOverlay });
 * ours; // => 'Organic Social'
 * ```
 *
 * @throws {@link @affiche/core!ConfigurationError | ConfigurationError} `unknown-channel-rules`.
 */
export function channelGroup(traffic: Traffic, options?: ChannelGroupOptions): Channel {
  if (options) return channelGrouper(options)(traffic);
  return (usual ??= channelGrouper())(traffic);
}

/**
 * Prepares the rules once, for many visits.
 *
 * ```ts
 * import { channelGrouper } from '@affiche/links';
 *
 * const group = channelGrouper({ at: '2026-04-01' });
 * group({ source: 'chatgpt.com', medium: 'ai-assistant' }); // => 'Unassigned'
 * ```
 *
 * @throws {@link @affiche/core!ConfigurationError | ConfigurationError} `unknown-channel-rules`; `too-many-channel-tests` for a set of
 *   your own with more than 30 different tests.
 */
export function channelGrouper(options: ChannelGroupOptions = {}): (traffic: Traffic) => Channel {
  const { rules } = ruleSet(options);
  const bits: Record<Field, { readonly bit: number; readonly holds: (text: string) => boolean }[]> =
    { source: [], medium: [], campaign: [] };
  const known = new Map<string, number>();
  const categories = categoriesOf(options);

  // Every distinct test is a bit: a value is tested once, and a rule is a few comparisons of bits.
  function bitOf(test: ChannelTest): number {
    const key = JSON.stringify(test);
    const bit = known.get(key) ?? 2 ** known.size;
    if (bit > mostTests) throw tooManyTests();
    if (!known.has(key)) bits[test.field].push({ bit, holds: predicate(test, categories) });
    known.set(key, bit);
    return bit;
  }
  const compiled = rules.map(({ channel, when }) => ({
    channel,
    masks: when.map((tests) => tests.reduce((mask, test) => mask | bitOf(test), 0)),
  }));
  const source = remembered((text) => maskOf(text, bits.source));
  const medium = remembered((text) => maskOf(text, bits.medium));
  const campaign = remembered((text) => maskOf(text, bits.campaign));

  return (traffic) => {
    const mask =
      source(traffic.source || '(direct)') |
      medium(traffic.medium || '(none)') |
      campaign(traffic.campaign || '');
    for (const { channel, masks } of compiled) {
      if (masks.every((each) => (mask & each) !== 0)) return channel;
    }
    return 'Unassigned';
  };
}

function tooManyTests(): ConfigurationError {
  return new ConfigurationError('too-many-channel-tests', {
    message: 'The rules make more than 30 different tests: join some',
  });
}

function ruleSet({ rules, at }: ChannelGroupOptions): ChannelRuleSet {
  if (typeof rules === 'object') return rules;
  const found = rules
    ? channelRuleSets.find(({ id }) => id === rules)
    : channelRuleSets.findLast(({ id }) => !at || id.slice('ga4@'.length) <= at);
  const chosen = found ?? (rules ? undefined : channelRuleSets[0]);
  if (chosen) return chosen;
  throw new ConfigurationError('unknown-channel-rules', {
    message: `No channel rules are called "${String(rules)}"`,
    hint: `Use one of ${channelRuleSets.map(({ id }) => id).join(', ')}.`,
    details: { rules },
  });
}

function categoriesOf({ sources = knownSources, overlay }: ChannelGroupOptions) {
  const categories: Record<SourceCategory, Set<string>> = {
    social: new Set(),
    search: new Set(),
    shopping: new Set(),
    video: new Set(),
  };
  for (const list of [sources, overlay ?? {}]) {
    for (const [category, names] of Object.entries(list) as [SourceCategory, string[]][]) {
      for (const name of names) categories[category].add(name.toLowerCase());
    }
  }
  return categories;
}

function predicate(
  test: ChannelTest,
  categories: Readonly<Record<SourceCategory, ReadonlySet<string>>>,
): (text: string) => boolean {
  if ('category' in test) return (text) => categories[test.category].has(text);
  if ('is' in test) return (text) => test.is.includes(text);
  const pattern = new RegExp(test.matches);
  return (text) => pattern.test(text);
}

function maskOf(
  text: string,
  tests: readonly { readonly bit: number; readonly holds: (text: string) => boolean }[],
): number {
  // Channel definitions are not case sensitive, says Google.
  const lower = text.toLowerCase();
  return tests.reduce((mask, { bit, holds }) => (holds(lower) ? mask | bit : mask), 0);
}

function remembered(work: (text: string) => number): (text: string) => number {
  const results = new Map<string, number>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    if (results.size >= mostRemembered) results.clear();
    const result = work(text);
    results.set(text, result);
    return result;
  };
}
