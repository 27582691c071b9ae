import { z } from 'zod';

/** What an application may know better than the documented defaults. */
export interface TelegramSettings {
  /**
   * How many messages one chat takes in a minute. Telegram calls its numbers approximate, and says
   * in each refusal when to come back.
   *
   * @defaultValue 20
   */
  readonly messagesPerMinute?: number;
  /**
   * The largest file in bytes; 2,000,000,000 with a Bot API server of one's own.
   *
   * @defaultValue 50_000_000
   */
  readonly fileBytes?: number;
}

/** What a span of a text can be. */
const spanKinds = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
  'code',
  'pre',
  'text_link',
  'custom_emoji',
] as const;

/** A span of an item's text that is shown in its own way. No markup, so nothing is ever escaped. */
export const TelegramEntity = z.object({
  /** Which item of the draft it is in. */
  item: z.int().nonnegative().default(0),
  type: z.enum(spanKinds),
  /** Where it begins in the item's text, in UTF-16 code units. */
  offset: z.int().nonnegative(),
  /** How long it is, in UTF-16 code units. */
  length: z.int().positive(),
  /** Where a `text_link` leads. */
  url: z.string().optional(),
  /** The programming language of a `pre`. */
  language: z.string().optional(),
  /** Which `custom_emoji` it is. */
  emoji: z.string().optional(),
});
/** A span of an item's text that is shown in its own way. */
export type TelegramEntity = z.infer<typeof TelegramEntity>;

/** What a publication may ask of Telegram beyond its draft. */
export const TelegramOptions = z.object({
  entities: z.array(TelegramEntity).default([]),
  /** How the card of a link looks. */
  linkPreview: z
    .object({
      hidden: z.boolean().default(false),
      size: z.enum(['small', 'large']).optional(),
      aboveText: z.boolean().default(false),
    })
    .prefault({}),
  /** Whether it arrives without a sound. */
  silent: z.boolean().default(false),
  /** Whether it can be neither forwarded nor saved. */
  protected: z.boolean().default(false),
  /** The topic of a forum to post into. */
  topic: z.int().positive().optional(),
  /** Whether the caption stands above the media. */
  captionAboveMedia: z.boolean().default(false),
  /** Whether who voted for what stays hidden; channels allow nothing else. */
  anonymousPoll: z.boolean().default(true),
  /** Whether the first message is pinned to the top of the chat. */
  pin: z.boolean().default(false),
});
/** What a publication may ask of Telegram beyond its draft. */
export type TelegramOptions = z.infer<typeof TelegramOptions>;
