import { ConfigurationError, type PlainDate, registry, type Registry } from '@affiche/core';
import type { Audience } from './audience.ts';
import { type KnownKpi, knownKpis } from './known-kpi.ts';
import { type Language, type Text, type TextValues, write } from './language.ts';
import { missingFacts } from './measurability.ts';
import { type NetworkEffort, networkEfforts } from './network-effort.ts';
import type { Objective } from './objective.ts';

/** What a team can do in a week. */
export interface Capacity {
  readonly hoursPerWeek: number;
}

/** A network with its place in the ranking. */
export interface RankedPlatform {
  readonly platform: string;
  readonly name: string;
  /** From 0 to 1: how much of the audiences is there, weighed by how well it serves the objectives. */
  readonly score: number;
  readonly hoursPerWeek: number;
  /** Why it stands where it stands, in sentences. */
  readonly reasons: readonly string[];
}

/** Which networks to be on, and why not on the others. */
export interface PlatformSelection {
  /** The best first. */
  readonly selected: readonly RankedPlatform[];
  readonly rejected: readonly RankedPlatform[];
  readonly hoursPerWeek: number;
}

/** How networks are chosen. */
export interface SelectPlatformsOptions {
  /** The day for which their life cycle counts; today's standing when absent. */
  readonly at?: PlainDate;
  /**
   * What each network asks of the team.
   *
   * @defaultValue {@link networkEfforts}
   */
  readonly efforts?: readonly NetworkEffort[];
  /**
   * The language of reasons.
   *
   * @defaultValue 'en'
   */
  readonly language?: Language;
  /**
   * The networks and their life cycles.
   *
   * @defaultValue the registry of core
   */
  readonly registry?: Registry;
  /**
   * The KPIs of the objectives.
   *
   * @defaultValue the KPIs that plans use most
   */
  readonly kpis?: readonly KnownKpi[];
}

const texts = {
  audience: {
    en: '{percent} of the audiences are there.',
    fr: '{percent} des publics s’y trouvent.',
  },
  absent: { en: 'None of the audiences is there.', fr: 'Aucun des publics ne s’y trouve.' },
  measured: {
    en: 'It gives the numbers for {count} of {total} objectives.',
    fr: 'Il donne les chiffres de {count} objectif(s) sur {total}.',
  },
  strength: {
    en: 'It suits {count} of {total} objectives by their kind.',
    fr: 'Il convient, par leur type, à {count} objectif(s) sur {total}.',
  },
  closed: {
    en: 'It is {lifecycle}: nobody can plan there.',
    fr: 'Son état est « {lifecycle} » : on ne peut rien y prévoir.',
  },
  unknown: {
    en: 'Nobody estimated what it takes; give its effort.',
    fr: 'Personne n’a estimé le travail qu’il demande ; indiquez-le.',
  },
  full: {
    en: 'It takes {hours} hours a week, and {left} are left.',
    fr: 'Il demande {hours} heures par semaine, et il en reste {left}.',
  },
} satisfies Readonly<Record<string, Text>>;

const closedStates = new Set(['retired', 'dormant', 'announced']);

/**
 * Ranks the networks for the people and the aims of a plan, and takes the best that fit into the
 * week. It never takes one that is closed, and always says why.
 *
 * ```ts
 * import { Audience, selectPlatforms } from '@affiche/strategy';
 *
 * const neighbours = Audience.parse({
 *   id: 'neighbours',
 *   name: 'Neighbours',
 *   segments: ['customers'],
 *   networks: [{ platform: 'google-plus', share: 0.9 }, { platform: 'mastodon', share: 0.2 }],
 * });
 * const { selected } = selectPlatforms([neighbours], [], { hoursPerWeek: 4 });
 * selected.map(({ platform }) => platform); // => ['mastodon']
 * ```
 *
 * @throws {@link @affiche/core!ConfigurationError | ConfigurationError} `invalid-capacity` for hours below zero or not a number.
 */
export function selectPlatforms(
  audiences: readonly Audience[],
  objectives: readonly Objective[],
  { hoursPerWeek }: Capacity,
  options: SelectPlatformsOptions = {},
): PlatformSelection {
  const { efforts = networkEfforts, language = 'en' } = options;
  if (!(hoursPerWeek >= 0)) {
    throw new ConfigurationError('invalid-capacity', {
      message: `A week cannot have ${hoursPerWeek} hours for networks`,
      hint: 'Give hoursPerWeek as a number of zero or more.',
      details: { hoursPerWeek },
    });
  }
  const platforms = new Set([
    ...efforts.map(({ platform }) => platform),
    ...audiences.flatMap(({ networks }) => networks.map(({ platform }) => platform)),
  ]);
  const ranked = [...platforms]
    .map((platform) => rank(platform, audiences, objectives, options))
    .toSorted((a, b) => b.score - a.score || (a.platform < b.platform ? -1 : 1));
  let left = hoursPerWeek;
  const selected: RankedPlatform[] = [];
  const rejected: RankedPlatform[] = [];
  for (const candidate of ranked) {
    if (candidate.score === 0) rejected.push(candidate);
    else if (candidate.hoursPerWeek > left) {
      const values = { hours: candidate.hoursPerWeek, left };
      const reasons = [...candidate.reasons, write(texts.full, language, values)];
      rejected.push({ ...candidate, reasons });
    } else {
      left -= candidate.hoursPerWeek;
      selected.push(candidate);
    }
  }
  return { selected, rejected, hoursPerWeek: hoursPerWeek - left };
}

function rank(
  platform: string,
  audiences: readonly Audience[],
  objectives: readonly Objective[],
  options: SelectPlatformsOptions,
): RankedPlatform {
  const { efforts = networkEfforts, registry: networks = registry(), at } = options;
  const { language = 'en', kpis = knownKpis } = options;
  const say = (text: Text, values?: TextValues) => write(text, language, values);
  const network = networks.networks.find(({ id }) => id === platform);
  const effort = efforts.find((each) => each.platform === platform);
  const lifecycle = network && (at ? networks.lifecycle(platform, at) : network.lifecycle);
  const refused = (reason: string): RankedPlatform => ({
    platform,
    name: network?.name ?? platform,
    score: 0,
    hoursPerWeek: effort?.hoursPerWeek ?? 0,
    reasons: [reason],
  });
  if (lifecycle && closedStates.has(lifecycle)) return refused(say(texts.closed, { lifecycle }));
  if (!effort) return refused(say(texts.unknown));
  const presence = presenceOf(platform, audiences);
  if (presence === 0) return refused(say(texts.absent));

  const total = objectives.length;
  const suited = objectives.filter(({ kind }) => effort.strengths.includes(kind)).length;
  const measured = objectives.filter(({ kpi }) => {
    const known = kpis.find(({ id }) => id === kpi);
    return known !== undefined && missingFacts(known, platform, networks).length === 0;
  }).length;
  const service = total === 0 ? 1 : (suited + measured) / (2 * total);
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(presence);
  return {
    platform,
    name: network?.name ?? platform,
    // Presence counts even where nothing can be measured: people come before numbers.
    score: (presence * (1 + service)) / 2,
    hoursPerWeek: effort.hoursPerWeek,
    reasons: [
      say(texts.audience, { percent }),
      ...(total === 0
        ? []
        : [
            say(texts.measured, { count: measured, total }),
            say(texts.strength, { count: suited, total }),
          ]),
    ],
  };
}

/** The part of all audiences, by weight, that is on a network. */
function presenceOf(platform: string, audiences: readonly Audience[]): number {
  const weights = audiences.reduce((sum, { weight }) => sum + weight, 0);
  const there = audiences.reduce((sum, { weight, networks }) => {
    const share = networks.find((each) => each.platform === platform)?.share ?? 0;
    return sum + weight * share;
  }, 0);
  return weights === 0 ? 0 : there / weights;
}
