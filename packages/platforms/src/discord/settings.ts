import { z } from 'zod';

/** What an application may know better than the documented defaults. */
export interface DiscordSettings {
  /**
   * Who posts: a webhook, which knows its channel, or a bot, which can also answer, and whose messages
   * Discord recognises by a nonce.
   *
   * @defaultValue 'webhook'
   */
  readonly as?: 'webhook' | 'bot';
  /**
   * Whether the credentials of a webhook hold a `botToken`, too, of a bot that may read the channel's
   * history. A message whose answer was lost is then looked for, and otherwise a person is asked.
   *
   * @defaultValue false
   */
  readonly canLook?: boolean;
  /**
   * The largest file in bytes; more where a server is boosted.
   *
   * @defaultValue 10_485_760
   */
  readonly fileBytes?: number;
  /**
   * How many messages a channel takes from a webhook in a minute: known from practice.
   *
   * @defaultValue 30
   */
  readonly messagesPerMinute?: number;
  /**
   * For how many seconds a repeated nonce is recognised: documented as "a few minutes".
   *
   * @defaultValue 120
   */
  readonly nonceSeconds?: number;
  /**
   * After how many requests that were refused as invalid within 10 minutes nothing more is sent.
   * Discord shuts an address out after 10,000 of them. Each adapter of each process counts its own:
   * lower it where more than two share an address.
   *
   * @defaultValue 5000
   */
  readonly invalidRequests?: number;
}

const Picture = z.object({ url: z.string() });

/** A card that Discord shows under a message. */
export const DiscordEmbed = z.object({
  /** Which item of the draft it stands under. */
  item: z.int().nonnegative().default(0),
  title: z.string().optional(),
  description: z.string().optional(),
  url: z.string().optional(),
  /** As `0xRRGGBB`. */
  color: z.int().min(0).max(0xff_ff_ff).optional(),
  timestamp: z.iso.datetime({ offset: true }).optional(),
  author: z.object({ name: z.string(), url: z.string().optional() }).optional(),
  image: Picture.optional(),
  thumbnail: Picture.optional(),
  footer: z.object({ text: z.string() }).optional(),
  fields: z
    .array(z.object({ name: z.string(), value: z.string(), inline: z.boolean().default(false) }))
    .default([]),
});
/** A card that Discord shows under a message. */
export type DiscordEmbed = z.infer<typeof DiscordEmbed>;

const Snowflake = z.string().regex(/^\d{1,20}$/);

/** What a publication may ask of Discord beyond its draft. */
export const DiscordOptions = z.object({
  embeds: z.array(DiscordEmbed).default([]),
  /** The name and the picture that a webhook posts under. */
  username: z.string().optional(),
  avatarUrl: z.string().optional(),
  /** The thread to post into. */
  thread: Snowflake.optional(),
  /** The title of the thread that a webhook opens in a forum. */
  threadName: z.string().optional(),
  /** The ids of the tags of that thread. */
  tags: z.array(Snowflake).default([]),
  /** Who may be called; nobody, whatever the text says. */
  mentions: z
    .object({
      everyone: z.boolean().default(false),
      users: z.array(Snowflake).default([]),
      roles: z.array(Snowflake).default([]),
    })
    .prefault({}),
  /** Whether it arrives without a sound. */
  silent: z.boolean().default(false),
  /** Whether addresses stay without cards. */
  suppressCards: z.boolean().default(false),
});
/** What a publication may ask of Discord beyond its draft. */
export type DiscordOptions = z.infer<typeof DiscordOptions>;
