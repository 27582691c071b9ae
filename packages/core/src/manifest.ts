import { z } from 'zod';
import { PlainDate } from './instant.ts';
import { Source } from './finding.ts';
import { Price } from './price.ts';
import { Cost } from './step.ts';
import { Zone } from './zone.ts';

/** How sure we are of a fact about a platform. */
export const Confidence = z.enum(['official', 'third-party', 'unverified']);
/** How sure we are of a fact about a platform. */
export type Confidence = z.infer<typeof Confidence>;

/** A number that a platform enforces, with who says so. Unless official, adapters let users change it. */
export const Limit = z.object({
  value: z.number(),
  unit: z.string().min(1),
  confidence: Confidence,
  source: Source,
  note: z.string().optional(),
});
/** A number that a platform enforces, with who says so. */
export type Limit = z.infer<typeof Limit>;

/** A rate budget: so many points in a window, per account, app, endpoint or address. */
export const RateRule = z.object({
  /** The name that step costs refer to. Several rules may share one: all must have room. */
  bucket: z.string().min(1),
  per: z.enum(['account', 'app', 'host', 'address']),
  points: z.number().positive(),
  windowSeconds: z.number().positive(),
  /** `fixed` windows start anew at once; `sliding` ones forget request by request. */
  kind: z.enum(['fixed', 'sliding']),
  /** The place whose midnight begins a `fixed` day anew; such a window is a day of its calendar. */
  midnightIn: Zone.optional(),
  confidence: Confidence,
  source: Source,
});
/** A rate budget: so many points in a window. */
export type RateRule = z.infer<typeof RateRule>;

/** What a network charges for one call, unless an application's contract says otherwise. */
export const PriceRule = z.object({
  /** What it is for, in the adapter's words: `post`, `postWithUrl`. */
  name: z.string().min(1),
  price: Price,
  confidence: Confidence,
  source: Source,
});
/** What a network charges for one call. */
export type PriceRule = z.infer<typeof PriceRule>;

/** Something a network offers, or not, and since when. */
export const Capability = z.object({
  /** `text`, `images`, `video`, `thread`, `poll`, `delete`, `metrics`, `inbox`, `native-schedule` and so on. */
  name: z.string().min(1),
  supported: z.boolean(),
  note: z.string().optional(),
  source: Source,
});
/** Something a network offers, or not. */
export type Capability = z.infer<typeof Capability>;

/** The rights that an application asks an account for, so that it may use one feature. */
export const ScopeRule = z.object({
  /** What it is for: a capability of the manifest, or `publish` for posts of every kind. */
  feature: z.string().min(1),
  /** All of them are needed: `['tweet.write', 'media.write']`. */
  scopes: z.array(z.string().min(1)).min(1),
  note: z.string().optional(),
  source: Source,
});
/** The rights that an application asks an account for, so that it may use one feature. */
export type ScopeRule = z.infer<typeof ScopeRule>;

/** How long a credential opens an account, and what happens then. */
export const TokenLifetime = z.object({
  /** A name of the manifest's `credentials`, or of what signing in adds to them: `accessToken`. */
  credential: z.string().min(1),
  /** `null` for one that does not end by itself. */
  seconds: z.number().positive().nullable(),
  /**
   * How it is renewed: `itself` it is exchanged for another of its kind; `refresh-token` another
   * credential renews it; `sign-in` only a person can; `never` it does not end.
   */
  renewal: z.enum(['itself', 'refresh-token', 'sign-in', 'never']),
  confidence: Confidence,
  note: z.string().optional(),
  source: Source,
});
/** How long a credential opens an account, and what happens then. */
export type TokenLifetime = z.infer<typeof TokenLifetime>;

/** Who may use the network's interface: everybody with an account, or whom the network lets. */
export const Access = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), note: z.string().optional(), source: Source }),
  z.object({
    kind: z.literal('restricted'),
    /** What is not open to everybody. */
    why: z.string().min(1),
    /** How one asks for it. */
    how: z.string().min(1),
    source: Source,
  }),
]);
/** Who may use the network's interface. */
export type Access = z.infer<typeof Access>;

/** Everything an adapter promises, as data: what the platform matrix and the preflight read. */
export const Manifest = z.object({
  platform: z.string().min(1),
  /** The name people know: `Bluesky`. */
  name: z.string().min(1),
  documentation: z.url(),
  /** When somebody last compared it with the documentation. */
  verifiedAt: PlainDate,
  capabilities: z.array(Capability),
  /** By name: `text-graphemes`, `images`. */
  limits: z.record(z.string(), Limit),
  rates: z.array(RateRule),
  /** What each request costs that is no step's: facts, looks, figures. A point of `requests` unless said. */
  readCosts: z.array(Cost).optional(),
  /** Absent where calls are free. */
  prices: z.array(PriceRule).optional(),
  /** The facts its insights give, as in `Reading.fact`. */
  facts: z.array(z.string()),
  /** Names of the credentials a user must give: `identifier`, `password`. Values never appear here. */
  credentials: z.array(
    z.object({ name: z.string(), secret: z.boolean(), description: z.string() }),
  ),
  /** What to ask for when an account is connected, by feature; absent where there are no scopes. */
  scopes: z.array(ScopeRule).optional(),
  /** How long each credential lasts. */
  tokenLifetimes: z.array(TokenLifetime).optional(),
  access: Access.optional(),
});
/** Everything an adapter promises, as data. */
export type Manifest = z.infer<typeof Manifest>;
