import type { Account, PlatformIo, StepResult } from '@affiche/core';
import { z } from 'zod';
import { done } from '../../step-result.ts';
import { changeX } from '../api.ts';
import { urlOf } from '../post-address.ts';
import { readContent } from './content.ts';

/** A long text for X. */
export interface XArticle {
  readonly title: string;
  /**
   * Paragraphs with empty lines between them; `#` begins a heading, `>` a quote, `-` and `1.` an item of a
   * list; `**bold**`, `*italic*`, `~~struck~~` and `[words](https://example.com)` inside of them.
   */
  readonly text: string;
  /** The picture above it, by the number that X gave it. */
  readonly cover?: string;
}

/** Articles of an account. */
export interface XArticles {
  /** Keeps an article as a draft, which the account alone sees; `output.id` is its number. */
  draft(account: Account, article: XArticle, io: PlatformIo): Promise<StepResult>;
  /**
   * Shows a draft to everybody; `output.id` is the number of its post. `ambiguous` says that nobody knows
   * whether it is out: look at the profile before it is published again.
   */
  publish(account: Account, article: { readonly id: string }, io: PlatformIo): Promise<StepResult>;
}

/**
 * Articles, for accounts with Premium. They are no part of a plan: X neither lists drafts nor knows a key
 * for them, so that what became of one whose answer was lost a person must see.
 *
 * ```ts
 * import { xArticles } from '@affiche/platforms/x/articles';
 *
 * typeof xArticles().publish; // => 'function'
 * ```
 *
 * @see {@link https://docs.x.com/x-api/articles/introduction | X: articles} (2026-11-22)
 */
export function xArticles(): XArticles {
  return { draft, publish };
}

const Drafted = z.object({ data: z.object({ id: z.string() }) });
const Published = z.object({ data: z.object({ post_id: z.string() }) });

function draft(
  account: Account,
  { title, text, cover }: XArticle,
  io: PlatformIo,
): Promise<StepResult> {
  const call = {
    method: 'post',
    path: '/2/articles/draft',
    json: {
      title,
      content_state: readContent(text),
      ...(cover !== undefined && {
        cover_media: { media_id: cover, media_category: 'tweet_image' },
      }),
    },
    answer: Drafted,
    timeoutSeconds: 30,
  } as const;
  return changeX(account, call, io, ({ data: { id } }) =>
    done({ id }, `the server keeps the draft ${id}, which nobody else sees`),
  );
}

function publish(
  account: Account,
  { id }: { readonly id: string },
  io: PlatformIo,
): Promise<StepResult> {
  const call = {
    method: 'post',
    path: `/2/articles/${encodeURIComponent(id)}/publish`,
    endpoint: '/2/articles/:id/publish',
    answer: Published,
    timeoutSeconds: 30,
  } as const;
  return changeX(account, call, io, ({ data: { post_id: post } }) =>
    done({ id: post, url: urlOf(post) }, `the server published the draft ${id} as ${post}`),
  );
}
