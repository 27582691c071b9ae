import { z } from 'zod';
import { Source } from './finding.ts';
import { PlainDate } from './instant.ts';

/** A date known to the day, the month or the year: `2019-04-02`, `2014-06`, `2004`. */
export const HistoricalDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, {
    error: 'not a date; write it like 2019-04-02, 2019-04 or 2019',
  });
/** A date known to the day, the month or the year. */
export type HistoricalDate = z.infer<typeof HistoricalDate>;

/**
 * Where a network stands: `announced` not open yet; `active`; `restricted` open to chosen partners
 * or under contract only; `renamed` active under another name than many know; `dormant` nobody can
 * tell whether it still works; `retired` closed.
 */
export const Lifecycle = z.enum([
  'announced',
  'active',
  'restricted',
  'renamed',
  'dormant',
  'retired',
]);
/** Where a network stands. */
export type Lifecycle = z.infer<typeof Lifecycle>;

/** How sure we are of a piece of history: `high` its owner said so, or everybody agrees; `medium` the press did; `low` nobody we could check. */
export const Certainty = z.enum(['high', 'medium', 'low']);
/** How sure we are of a piece of history. */
export type Certainty = z.infer<typeof Certainty>;

/** Something that happened to a network. */
export const NetworkEvent = z.object({
  event: z.enum([
    'announced',
    'launched',
    'renamed',
    'acquired',
    'changed',
    'restricted',
    'dormant',
    'retired',
  ]),
  date: HistoricalDate,
  note: z.string().optional(),
  source: Source,
  confidence: Certainty,
});
/** Something that happened to a network. */
export type NetworkEvent = z.infer<typeof NetworkEvent>;

/** What a network offers to programs, or does not, in a stretch of time. */
export const CapabilityPeriod = z.object({
  /** `text`, `images`, `video`, `thread`, `poll`, `delete`, `metrics`, `inbox`, `native-schedule` and so on. */
  names: z.array(z.string().min(1)).min(1),
  supported: z.boolean(),
  limit: z.object({ value: z.number(), unit: z.string().min(1) }).optional(),
  /** The first day on which it holds; as far back as we know when absent. */
  from: PlainDate.optional(),
  /** The first day on which it no longer holds. */
  until: PlainDate.optional(),
  note: z.string().optional(),
  source: Source,
  confidence: Certainty,
});
/** What a network offers to programs, or does not, in a stretch of time. */
export type CapabilityPeriod = z.infer<typeof CapabilityPeriod>;

/** A network, a site of one's own, or a tool of the trade, with its history. */
export const Network = z
  .object({
    /** The id that accounts and adapters use: `x`. */
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    /** The name people know: `X`. */
    name: z.string().min(1),
    /** Former names, and what people type: `Twitter`. */
    aliases: z.array(z.string().min(1)).default([]),
    /** A place to publish, a site of one's own, or a tool that helps. */
    kind: z.enum(['network', 'site', 'tool']).default('network'),
    /** What a tool is for. */
    category: z
      .enum(['scheduling', 'graphics', 'calendar', 'auto-reply', 'listening', 'short-links'])
      .optional(),
    /** The company behind it: `Meta`. */
    owner: z.string().min(1).optional(),
    /** Where it stands today. */
    lifecycle: Lifecycle,
    /** How sure we are of `lifecycle`. */
    confidence: Certainty.default('high'),
    events: z.array(NetworkEvent).default([]),
    /** The id of the network that took its place. */
    successor: z.string().optional(),
    /** Ids of networks where its public went. */
    alternatives: z.array(z.string()).default([]),
    /** The format in which people kept their archive, where there is one. */
    archiveImport: z.string().optional(),
    capabilities: z.array(CapabilityPeriod).default([]),
    /** The network's own metric names, and the facts they are. */
    nativeMetrics: z.record(z.string(), z.string()).default({}),
    note: z.string().optional(),
  })
  .refine(
    ({ lifecycle, events }) =>
      lifecycle !== 'retired' ||
      events.some(({ event, confidence }) => event === 'retired' && confidence !== 'low'),
    { path: ['events'], error: 'a retired network needs a dated, sourced event that says so' },
  );
/** A network, a site of one's own, or a tool of the trade, with its history. */
export type Network = z.infer<typeof Network>;
/** A {@link Network} as it is written: whatever has a default may be left out. */
export type NetworkInput = z.input<typeof Network>;

/** What a network offers, or does not, on the day that was asked about. */
export type NetworkCapability = Omit<CapabilityPeriod, 'names'> & { readonly name: string };
