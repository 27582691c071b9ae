/** How a Mastodon-API server behaves; may be changed while it runs. */
export interface MastodonSettings {
  /** What the server says that it is; clients tell forks apart by it. */
  software: string;
  version: string;
  /**
   * What becomes of an `Idempotency-Key`: `honoured` gives the same post back for an hour, `ignored`
   * posts again, `racy` honours it unless two requests come at once.
   */
  idempotency: 'honoured' | 'ignored' | 'racy';
  /** What becomes of `scheduled_at`: `honoured` waits, `ignored` posts at once. */
  scheduling: 'honoured' | 'ignored';
  /** Whether `/api/v2/instance` exists; servers before 4.0 have only the first version. */
  instanceV2: boolean;
  /** Whether budgets are counted and answers carry `X-RateLimit-…` headers. */
  rateLimits: boolean;
  /** Whether a 429 also says `Retry-After`, in seconds. */
  retryAfter: boolean;
  /** Requests with one token in 5 minutes. */
  requestsPer5Minutes: number;
  /** Uploads of one account in 30 minutes. */
  mediaPer30Minutes: number;
  /** Deletions of one account in 30 minutes. */
  deletesPer30Minutes: number;
  /** Characters of text and content warning together, as Mastodon counts them. */
  maxCharacters: number;
  /** What a link counts, however long it is. */
  charactersReservedPerUrl: number;
  maxMediaAttachments: number;
  /** Characters of an alternative text. */
  descriptionLimit: number;
  /** The largest image, in bytes. */
  imageSizeLimit: number;
  /** The largest video, in bytes. */
  videoSizeLimit: number;
  supportedMimeTypes: readonly string[];
  pollMaxOptions: number;
  pollMaxCharactersPerOption: number;
  /** The shortest and the longest poll, in seconds. */
  pollMinExpiration: number;
  pollMaxExpiration: number;
  /** How long uploads are worked on, in seconds; video takes at least until somebody asks. */
  mediaProcessingSeconds: number;
}

/**
 * Mastodon out of the box.
 *
 * @see {@link https://docs.joinmastodon.org/entities/Instance/ | Mastodon: instance} (2026-07-02)
 * @see {@link https://docs.joinmastodon.org/api/rate-limits/ | Mastodon: rate limits} (2026-07-02)
 */
export const mastodonDefaults: MastodonSettings = {
  software: 'mastodon',
  version: '4.5.0',
  idempotency: 'honoured',
  scheduling: 'honoured',
  instanceV2: true,
  rateLimits: true,
  retryAfter: false,
  requestsPer5Minutes: 300,
  mediaPer30Minutes: 30,
  deletesPer30Minutes: 30,
  maxCharacters: 500,
  charactersReservedPerUrl: 23,
  maxMediaAttachments: 4,
  descriptionLimit: 1500,
  imageSizeLimit: 16_777_216,
  videoSizeLimit: 103_809_024,
  supportedMimeTypes: [
    'image/jpeg',
    'image/png',
    'image/gif',
    'image/webp',
    'image/avif',
    'video/mp4',
    'video/webm',
    'audio/mpeg',
  ],
  pollMaxOptions: 4,
  pollMaxCharactersPerOption: 50,
  pollMinExpiration: 300,
  pollMaxExpiration: 2_629_746,
  mediaProcessingSeconds: 0,
};

/** Servers that speak the same API and yet differ, as they were found to in October 2025. */
export const mastodonDialects = {
  /** Mastodon before 4.0: no second version of the instance. */
  old: { version: '3.5.3', instanceV2: false },
  /** Ignores `Idempotency-Key`; tells when to come back only by `X-RateLimit-Reset`. */
  goToSocial: {
    software: 'gotosocial',
    version: '3.5.3+0.20.0',
    idempotency: 'ignored',
    charactersReservedPerUrl: 25,
    maxMediaAttachments: 6,
    pollMaxOptions: 6,
  },
  /** Races on `Idempotency-Key`, posts scheduled posts at once, counts no requests. */
  hollo: {
    software: 'hollo',
    version: '4.2.0 (compatible; Hollo 0.6.12)',
    idempotency: 'racy',
    scheduling: 'ignored',
    rateLimits: false,
    maxCharacters: 10_000,
  },
} as const satisfies Readonly<Record<string, Partial<MastodonSettings>>>;
