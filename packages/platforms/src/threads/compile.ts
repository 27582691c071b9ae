import type { Composition, Draft, DraftItem, Json, Media, Step } from '@affiche/core';
import { invisibleStep } from '../invisible-step.ts';
import { outputOf, referencedSteps } from '../output-reference.ts';
import { answeredItem } from '../thread-order.ts';
import { publicAddress } from '../public-address.ts';
import type { ThreadsFacts } from './facts.ts';
import { firstPostFields } from './first-post-fields.ts';
import { hasCard, outgoingText } from './rules.ts';
import type { ThreadsOptions, ThreadsSettings } from './settings.ts';

/**
 * Turns a draft into steps: for each post the containers of its files, its own container, which nobody
 * sees, and then the step that publishes it.
 */
export function compile(
  { draft, options }: Composition<ThreadsOptions, ThreadsFacts>,
  settings: ThreadsSettings,
): Step[] {
  return draft.items.flatMap((item, index) => {
    const veiled = draft.contentWarning !== undefined;
    const files = item.media.map((each) => mediaFields(each, veiled, settings));
    const children = files.length < 2 ? [] : files;
    const parent = parentOf(draft, index);
    const fields = {
      ...contentFields(item, index, files),
      ...(parent !== undefined && { reply_to_id: parent }),
      ...(index === 0 && firstPostFields(options)),
    };
    return [
      ...children.map((child, position) =>
        containerStep(`child-${index}-${position}`, { ...child, is_carousel_item: 'true' }, []),
      ),
      // Room is waited for before there is a container, which lives for a day only.
      containerStep(`container-${index}`, fields, [parent === undefined ? 'posts' : 'replies']),
      publishStep(item, index, { parent, quotes: index === 0 && !!options.quote }, settings),
    ];
  });
}

function parentOf(draft: Draft, index: number): Json | undefined {
  const answered = answeredItem(draft, index);
  return answered === undefined ? draft.replyTo?.id : outputOf(`post-${answered}`, 'id');
}

function mediaFields(
  { kind, source, alt }: Media,
  veiled: boolean,
  settings: ThreadsSettings,
): Record<string, Json> {
  const url = publicAddress(source, settings) ?? '';
  return {
    ...(kind === 'video'
      ? { media_type: 'VIDEO', video_url: url }
      : { media_type: 'IMAGE', image_url: url }),
    ...(alt !== undefined && alt !== '' && { alt_text: alt }),
    ...(veiled && { is_spoiler_media: 'true' }),
  };
}

function contentFields(item: DraftItem, index: number, files: readonly Record<string, Json>[]) {
  const text = outgoingText(item);
  const { link, poll } = item;
  const [file] = files;
  const media =
    files.length > 1
      ? {
          media_type: 'CAROUSEL',
          children: files.map((_, position) => outputOf(`child-${index}-${position}`, 'id')),
        }
      : (file ?? { media_type: 'TEXT' });
  return {
    ...media,
    ...(text !== '' && { text }),
    ...(link && hasCard(item) && { link_attachment: link.url }),
    ...(poll && {
      poll_attachment: JSON.stringify(
        Object.fromEntries(
          poll.options.map((option, choice) => [`option_${'abcd'[choice] ?? choice}`, option]),
        ),
      ),
    }),
  };
}

function containerStep(id: string, request: Json, buckets: readonly string[]): Step {
  return invisibleStep(id, 'create-container', request, {
    buckets: ['requests', ...buckets],
    timeoutSeconds: 60,
    recognition: 'handle',
  });
}

function publishStep(
  item: DraftItem,
  index: number,
  { parent, quotes }: { readonly parent: Json | undefined; readonly quotes: boolean },
  { settleSeconds = 30 }: ThreadsSettings,
): Step {
  const request = {
    creation_id: outputOf(`container-${index}`, 'id'),
    text: outgoingText(item),
    quotes,
    ...(parent !== undefined && { replyTo: parent }),
  };
  return {
    id: `post-${index}`,
    kind: 'publish-container',
    item: index,
    visibility: 'public',
    recognition: 'handle',
    needs: referencedSteps(request),
    costs: [{ bucket: 'requests', points: 1 }],
    timeoutSeconds: 60,
    settleSeconds,
    request,
  };
}
