import type { Account, PlatformIo } from '@affiche/core';
import { z } from 'zod';
import { InstanceV1, InstanceV2, Nodeinfo, NodeinfoLinks } from './wire.ts';
import { api, readApi } from './api.ts';

/** What differs between servers: their software and what they allow. */
export const MastodonFacts = z.object({
  /** What runs there: `mastodon`, `gotosocial`, `pleroma`, `hollo`; `unknown` when it does not say. */
  software: z.string().default('unknown'),
  version: z.string().optional(),
  /** Text and content warning together, in characters as the server counts them. */
  maxCharacters: z.int().positive().default(500),
  charactersPerUrl: z.int().positive().default(23),
  maxMedia: z.int().nonnegative().default(4),
  /** The longest text alternative, in characters. */
  altCharacters: z.int().positive().default(1500),
  imageBytes: z.int().positive().default(16_777_216),
  imagePixels: z.int().positive().default(33_177_600),
  videoBytes: z.int().positive().default(103_809_024),
  videoPixels: z.int().positive().default(8_294_400),
  /** The media types that the server takes; empty when it does not say. */
  mimeTypes: z.array(z.string()).default([]),
  pollOptions: z.int().positive().default(4),
  pollOptionCharacters: z.int().positive().default(50),
  pollMinSeconds: z.int().nonnegative().default(300),
  pollMaxSeconds: z.int().positive().default(2_629_746),
  /** Whether posts can quote others. */
  quotes: z.boolean().default(false),
});
/** What differs between servers: their software and what they allow. */
export type MastodonFacts = z.infer<typeof MastodonFacts>;

/** Asks a server what it is and what it allows; what it does not say stays at Mastodon's default. */
export async function readFacts(account: Account, io: PlatformIo): Promise<MastodonFacts> {
  const limits = (await readVersion2(account, io)) ?? (await readVersion1(account, io));
  const software = (await readSoftware(account, io)) ?? softwareOf(limits.version);
  return MastodonFacts.parse({ ...limits, ...(software !== undefined && { software }) });
}

type Limits = z.input<typeof MastodonFacts>;

async function readVersion2(account: Account, io: PlatformIo): Promise<Limits | undefined> {
  const answer = await api(
    account,
    { method: 'get', path: '/api/v2/instance', answer: InstanceV2, timeoutSeconds: 15 },
    io,
  );
  if (answer.outcome !== 'answered') return undefined;
  const { configuration, version, api_versions } = answer.body;
  return { version, ...limitsOf(configuration), quotes: (api_versions?.mastodon ?? 0) >= 7 };
}

/** Before version 4, and on forks that keep the older page. */
async function readVersion1(account: Account, io: PlatformIo): Promise<Limits> {
  const instance = await readApi(
    account,
    { method: 'get', path: '/api/v1/instance', answer: InstanceV1, timeoutSeconds: 15 },
    io,
  );
  const { version, configuration, poll_limits } = instance;
  return {
    version,
    maxCharacters: instance.max_toot_chars,
    imageBytes: instance.upload_limit,
    videoBytes: instance.upload_limit,
    altCharacters: instance.description_limit,
    maxMedia: instance.max_media_attachments,
    pollOptions: poll_limits?.max_options,
    pollOptionCharacters: poll_limits?.max_option_chars,
    pollMinSeconds: poll_limits?.min_expiration,
    pollMaxSeconds: poll_limits?.max_expiration,
    ...limitsOf(configuration),
  };
}

function limitsOf(configuration: InstanceV2['configuration']): Limits {
  const { statuses, media_attachments: media, polls } = configuration ?? {};
  const limits = {
    maxCharacters: statuses?.max_characters,
    charactersPerUrl: statuses?.characters_reserved_per_url,
    maxMedia: statuses?.max_media_attachments,
    altCharacters: media?.description_limit,
    imageBytes: media?.image_size_limit,
    imagePixels: media?.image_matrix_limit,
    videoBytes: media?.video_size_limit,
    videoPixels: media?.video_matrix_limit,
    mimeTypes: media?.supported_mime_types,
    pollOptions: polls?.max_options,
    pollOptionCharacters: polls?.max_characters_per_option,
    pollMinSeconds: polls?.min_expiration,
    pollMaxSeconds: polls?.max_expiration,
  };
  // What is not said must not hide what another page said.
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
}

/** What the server's software calls itself. Many do not say, and then nothing is assumed. */
async function readSoftware(account: Account, io: PlatformIo): Promise<string | undefined> {
  const links = await api(
    account,
    {
      method: 'get',
      path: '/.well-known/nodeinfo',
      anonymous: true,
      answer: NodeinfoLinks,
      timeoutSeconds: 15,
    },
    io,
  );
  if (links.outcome !== 'answered') return undefined;
  const href = links.body.links.map((link) => URL.parse(link.href)?.pathname).find(Boolean);
  if (href === undefined) return undefined;
  const nodeinfo = await api(
    account,
    { method: 'get', path: href, anonymous: true, answer: Nodeinfo, timeoutSeconds: 15 },
    io,
  );
  return nodeinfo.outcome === 'answered' ? nodeinfo.body.software.name.toLowerCase() : undefined;
}

/** Software that speaks Mastodon's language often says so: `2.7.2 (compatible; Pleroma 2.6.0)`. */
function softwareOf(version: string | undefined): string | undefined {
  return /compatible; (?<name>[A-Za-z]+)/.exec(version ?? '')?.groups?.['name']?.toLowerCase();
}
