import type { Composition, Json, Media, Step } from '@affiche/core';
import { invisibleStep } from '../invisible-step.ts';
import { outputOf } from '../output-reference.ts';
import { commentSteps } from './comment-steps.ts';
import { fileFields, type FileSetting, postFields } from './container-fields.ts';
import type { InstagramFacts } from './facts.ts';
import type { InstagramOptions } from './options.ts';
import { captionOf, type Format, formatOf, isSent } from './rules.ts';
import type { InstagramSettings } from './settings.ts';

/**
 * Turns a draft into steps: the containers of a carousel's files, the container of the post, which
 * nobody sees, the step that publishes it, and then what follows once it is out.
 */
export function compile(
  { draft, options }: Composition<InstagramOptions, InstagramFacts>,
  settings: InstagramSettings,
): Step[] {
  const [first, ...rest] = draft.items;
  if (!first) return [];
  if (draft.replyTo) {
    return commentSteps(draft.items, { ...draft.replyTo, answers: options.answers }, 0, settings);
  }
  const format = formatOf(draft, options);
  const setting: FileSetting = { format, options, settings };
  const post = postFields(draft, options, format);
  const containers =
    format === 'carousel'
      ? carousel(first.media, post, setting)
      : first.media
          .slice(0, 1)
          .map((media) =>
            container('container-0', media, { ...fileFields(media, 0, setting), ...post }, setting),
          );
  const id = outputOf('post-0', 'id');
  const comments = commentSteps(rest, { id, answers: 'post' }, 1, settings);
  // Not before our own: they would be refused.
  const last = ['post-0', ...comments.map((comment) => comment.id)];
  return [
    quiet('quota-0', 'read-quota', [], {}),
    ...containers,
    publishStep(captionOf(first), format, settings),
    ...comments,
    ...(options.comments ? [] : [quiet('close-comments-0', 'close-comments', last, { id })]),
    // Last, because nothing depends on it.
    quiet('permalink-0', 'read-permalink', ['post-0'], { id }),
  ];
}

function carousel(files: readonly Media[], post: Record<string, Json>, setting: FileSetting) {
  const children = files.map((media, position) =>
    container(
      `child-0-${position}`,
      media,
      { ...fileFields(media, position, setting), is_carousel_item: 'true' },
      setting,
      [],
    ),
  );
  const fields = {
    media_type: 'CAROUSEL',
    children: children.map((child) => outputOf(child.id, 'id')),
    ...post,
  };
  return [...children, containerStep('container-0', { fields }, ['posts'])];
}

function container(
  id: string,
  media: Media,
  fields: Record<string, Json>,
  { settings }: FileSetting,
  buckets: readonly string[] = ['posts'],
): Step {
  const { source, mimeType } = media;
  const request = { fields, ...(isSent(media, settings) && { file: { source, mimeType } }) };
  return containerStep(id, request, buckets);
}

function containerStep(
  id: string,
  request: Readonly<Record<string, Json>>,
  buckets: readonly string[],
): Step {
  const step = invisibleStep(id, 'create-container', request, {
    buckets: ['requests', 'containers', ...buckets],
    // A film that is sent takes its time.
    timeoutSeconds: 'file' in request ? 300 : 60,
    recognition: 'handle',
  });
  // The day must have room before there is a container, which lives for a day only.
  return { ...step, needs: ['quota-0', ...step.needs] };
}

function publishStep(
  caption: string,
  format: Format,
  { settleSeconds = 30 }: InstagramSettings,
): Step {
  return {
    id: 'post-0',
    kind: 'publish-container',
    item: 0,
    visibility: 'public',
    recognition: 'handle',
    needs: ['container-0'],
    costs: [{ bucket: 'requests', points: 1 }],
    timeoutSeconds: 60,
    settleSeconds,
    request: { creation_id: outputOf('container-0', 'id'), caption, format },
  };
}

/** A step that may be repeated as often as it takes: it reads, or sets what is set already. */
function quiet(id: string, kind: string, needs: string[], request: Json): Step {
  const step = invisibleStep(id, kind, request, { buckets: ['requests'], timeoutSeconds: 30 });
  return { ...step, needs };
}
