import {
  type CompileSeed,
  type Composition,
  contentHash,
  type Draft,
  type DraftItem,
  type Json,
  type Step,
} from '@affiche/core';
import { invisibleStep } from '../invisible-step.ts';
import { outputOf, referencedSteps } from '../output-reference.ts';
import { answeredItem } from '../thread-order.ts';
import type { MastodonFacts } from './facts.ts';
import { outgoingText } from './rules.ts';
import type { MastodonOptions, MastodonSettings } from './settings.ts';

/** Turns a draft into steps: the files first, then one post after the other. */
export function compile(
  { draft, options }: Composition<MastodonOptions, MastodonFacts>,
  seed: CompileSeed,
  settings: MastodonSettings,
): Step[] {
  const [first] = draft.items;
  if (options.edits && first) {
    return [
      ...uploadSteps(first, 0, options),
      editStep(options.edits.id, bodyOf(draft, first, 0, options), options),
    ];
  }
  return draft.items.flatMap((item, index) => [
    ...uploadSteps(item, index, index === 0 ? options : {}),
    ...postSteps(bodyOf(draft, item, index, options), index, options, seed, settings),
  ]);
}

function uploadSteps(
  { media }: DraftItem,
  item: number,
  { focus, thumbnail }: Pick<Partial<MastodonOptions>, 'focus' | 'thumbnail'>,
): Step[] {
  return media.map(({ source, mimeType, alt, kind }, index) =>
    invisibleStep(
      `upload-${item}-${index}`,
      'upload-media',
      {
        source,
        mimeType,
        ...(alt !== undefined && alt !== '' && { description: alt }),
        ...(focus?.[index] && { focus: focus[index].join(',') }),
        ...(thumbnail && kind !== 'image' && { thumbnail }),
      },
      { buckets: ['requests', 'media'], timeoutSeconds: 120, recognition: 'handle' },
    ),
  );
}

/** Writing a post anew twice is the same as once, and its id tells what it says now. */
function editStep(id: string, body: Json, { visibility }: MastodonOptions): Step {
  return {
    id: 'post-0',
    kind: 'edit-status',
    item: 0,
    visibility: visibilityOf(visibility),
    recognition: 'handle',
    needs: referencedSteps(body),
    costs: [{ bucket: 'requests', points: 1 }],
    timeoutSeconds: 30,
    settleSeconds: 0,
    request: { id, body },
  };
}

function visibilityOf(visibility: MastodonOptions['visibility']): Step['visibility'] {
  return visibility === 'private' || visibility === 'direct' ? 'private' : 'public';
}

/** A post that the server keeps for later shows its item only when it is out, under another id. */
function postSteps(
  body: Json,
  index: number,
  options: MastodonOptions,
  seed: CompileSeed,
  settings: MastodonSettings,
): Step[] {
  const { item, ...post } = postStep(body, index, options, seed, settings);
  if (options.scheduledAt === undefined) return [{ item, ...post }];
  const find: Step = {
    id: `find-${index}`,
    kind: 'find-status',
    item,
    visibility: 'none',
    recognition: 'handle',
    needs: [...post.needs, post.id],
    costs: [{ bucket: 'requests', points: 3 }],
    timeoutSeconds: 60,
    settleSeconds: 0,
    request: { created: post.id, body },
  };
  return [post, find];
}

function postStep(
  body: Json,
  index: number,
  { visibility }: MastodonOptions,
  { key }: CompileSeed,
  { trustIdempotencyKey = false }: MastodonSettings,
): Step & { item: number } {
  const request = { idempotencyKey: contentHash([key, index]).slice(0, 32), body };
  return {
    id: `post-${index}`,
    kind: 'create-status',
    item: index,
    visibility: visibilityOf(visibility),
    ...(trustIdempotencyKey
      ? { recognition: 'client-key', keyWindowSeconds: 3600 }
      : { recognition: 'lookup' }),
    needs: referencedSteps(request),
    costs: [
      { bucket: 'requests', points: 1 },
      { bucket: 'statuses', points: 1 },
    ],
    timeoutSeconds: 30,
    settleSeconds: 10,
    request,
  };
}

function bodyOf(draft: Draft, item: DraftItem, index: number, options: MastodonOptions): Json {
  const { contentWarning } = draft;
  const language = options.language ?? draft.language;
  const answered = answeredItem(draft, index);
  const parent = answered === undefined ? draft.replyTo?.id : outputOf(`post-${answered}`, 'id');
  return {
    status: outgoingText(item),
    visibility: options.visibility,
    sensitive: options.sensitive ?? contentWarning !== undefined,
    ...(item.media.length > 0 && {
      media_ids: item.media.map((_, media) => outputOf(`upload-${index}-${media}`, 'id')),
    }),
    ...(item.poll && {
      poll: {
        options: item.poll.options,
        expires_in: item.poll.durationSeconds,
        multiple: item.poll.multiple,
        hide_totals: options.hideTotals,
      },
    }),
    ...(parent !== undefined && { in_reply_to_id: parent }),
    ...(options.quote && index === 0 && { quoted_status_id: options.quote.id }),
    ...(options.quotePolicy && { quote_approval_policy: options.quotePolicy }),
    ...(contentWarning !== undefined && { spoiler_text: contentWarning }),
    ...(language !== undefined && { language }),
    ...(options.scheduledAt !== undefined && { scheduled_at: options.scheduledAt }),
  };
}
