import type { Journeys, JourneySettings } from './journeys.ts';

/** Credit by channel, in the order of `Journeys.channels`. */
export interface Credits {
  readonly conversions: Float64Array;
  readonly value: Float64Array;
}

/** A way of sharing conversions out among the channels that came before them. */
export interface AttributionModel {
  /** Names the model and its parameters: `time-decay(7 d)`. */
  readonly id: string;
  /** Shares out all conversions and all value, or nothing when it cannot. */
  readonly share: (journeys: Journeys) => Credits;
}

/** What one channel is credited with. */
export interface ChannelCredit {
  readonly channel: string;
  readonly conversions: number;
  readonly value: number;
  /** Of all attributed conversions, as a fraction. */
  readonly share: number;
}

/** A result of attribution, with everything that it depends on. */
export interface Attribution {
  readonly model: string;
  /** `no-journeys` and `no-conversions` have nothing to share out; `not-applicable` the model could not. */
  readonly status: 'ok' | 'no-journeys' | 'no-conversions' | 'not-applicable';
  /** Most credited first. */
  readonly channels: readonly ChannelCredit[];
  readonly conversions: number;
  readonly value: number;
  /** Conversions that no touch came before. */
  readonly unattributed: { readonly conversions: number; readonly value: number };
  readonly settings: JourneySettings;
}

/**
 * Shares conversions out among channels. The credits of all channels add up to the conversions of
 * all journeys, whatever the model. What they describe is who was there, not who caused the sale:
 * compare with an experiment through {@link calibrate}.
 *
 * ```ts
 * import { attribute, journeysFromPaths, linear } from '@affiche/kpi/attribution';
 *
 * const journeys = journeysFromPaths({ paths: ['search > social', 'search'], conversions: [2, 1] });
 * const [first] = attribute(journeys, linear()).channels;
 * first; // => { channel: 'search', conversions: 2, value: 0, share: 2 / 3 }
 * ```
 */
export function attribute(journeys: Journeys, model: AttributionModel): Attribution {
  const { conversions, value } = totals(journeys);
  const credits = model.share(journeys);
  const attributed = credits.conversions.reduce((sum, each) => sum + each, 0);
  const channels = journeys.channels
    .map((channel, position) => {
      const credit = credits.conversions[position] ?? 0;
      return {
        channel,
        conversions: credit,
        value: credits.value[position] ?? 0,
        share: attributed > 0 ? credit / attributed : 0,
      };
    })
    .toSorted((a, b) => b.conversions - a.conversions || (a.channel < b.channel ? -1 : 1));
  return {
    model: model.id,
    status:
      journeys.paths.length === 0
        ? 'no-journeys'
        : conversions === 0
          ? 'no-conversions'
          : attributed > 0
            ? 'ok'
            : 'not-applicable',
    channels,
    conversions,
    value,
    unattributed: journeys.unattributed,
    settings: journeys.settings,
  };
}

/** One channel as several models see it. */
export interface ModelComparison {
  readonly models: readonly string[];
  readonly channels: readonly {
    readonly channel: string;
    /** Conversions, in the order of `models`. */
    readonly conversions: readonly number[];
    /** The largest credit minus the smallest, over the mean: how much the choice of a model matters. */
    readonly disagreement: number;
  }[];
  /** Of all conversions, the share that two models credit to different channels. */
  readonly moved: readonly {
    readonly between: readonly [string, string];
    readonly share: number;
  }[];
}

/**
 * Shows side by side what several models say.
 *
 * ```ts
 * import { compareModels, firstTouch, journeysFromPaths, lastTouch } from '@affiche/kpi/attribution';
 *
 * const journeys = journeysFromPaths({ paths: ['search > social', 'search'], conversions: [1, 1] });
 * compareModels(journeys, [firstTouch(), lastTouch()]).moved[0]?.share; // => 0.5
 * ```
 */
export function compareModels(
  journeys: Journeys,
  models: readonly AttributionModel[],
): ModelComparison {
  const credits = models.map((model) => model.share(journeys).conversions);
  const total = totals(journeys).conversions;
  const channels = journeys.channels.map((channel, position) => {
    const conversions = credits.map((each) => each[position] ?? 0);
    const mean = conversions.reduce((sum, each) => sum + each, 0) / conversions.length;
    const spread = Math.max(...conversions) - Math.min(...conversions);
    return { channel, conversions, disagreement: mean > 0 ? spread / mean : 0 };
  });
  const moved = models.flatMap((one, first) =>
    models.slice(first + 1).map((other, offset) => ({
      between: [one.id, other.id] as const,
      share: distance(credits[first], credits[first + 1 + offset]) / (total || 1),
    })),
  );
  return { models: models.map(({ id }) => id), channels, moved };
}

/** What all journeys together brought. */
export function totals({ paths }: Journeys): {
  readonly conversions: number;
  readonly value: number;
} {
  let [conversions, value] = [0, 0];
  for (const path of paths) {
    conversions += path.conversions;
    value += path.value;
  }
  return { conversions, value };
}

function distance(
  one: Float64Array = new Float64Array(),
  other: Float64Array = new Float64Array(),
) {
  return one.reduce((sum, each, position) => sum + Math.abs(each - (other[position] ?? 0)), 0) / 2;
}
