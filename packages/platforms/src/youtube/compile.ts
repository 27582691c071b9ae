import type { Composition, DraftItem, Json, Step } from '@affiche/core';
import { invisibleStep } from '../invisible-step.ts';
import { outputOf, referencedSteps } from '../output-reference.ts';
import type { YouTubeFacts } from './facts.ts';
import { withLink } from '../post-text.ts';
import { wordsOf } from './rules.ts';
import type { YouTubeOptions, YouTubeSettings } from './settings.ts';
import { costsOf } from './units.ts';

type YouTube = Composition<YouTubeOptions, YouTubeFacts>;

const video = outputOf('video-0', 'id');

/**
 * Turns a draft into steps: a session, the bytes, and then everything that belongs to the film. A
 * draft that answers a comment is comments alone.
 */
export function compile({ draft, options }: YouTube, settings: YouTubeSettings): Step[] {
  const { replyTo } = draft;
  if (replyTo) {
    // Answers to an answer stand below the same comment.
    const parent = replyTo.id.split('.')[0] ?? replyTo.id;
    return draft.items.map((item, index) =>
      visibleStep(
        `comment-${index}`,
        'insert-comment',
        { text: withLink(item), parent },
        'write',
        settings,
        index,
      ),
    );
  }
  const [film, ...comments] = draft.items;
  if (!film) return [];
  return [
    ...filmSteps(film, draft.language, options, settings),
    ...options.playlists.map((playlist, index) =>
      visibleStep(`playlist-0-${index}`, 'add-to-playlist', { video, playlist }, 'write', settings),
    ),
    ...comments.map((item, index) =>
      visibleStep(
        `comment-${index + 1}`,
        'insert-comment',
        { text: withLink(item), video },
        'write',
        settings,
        index + 1,
      ),
    ),
  ];
}

function filmSteps(
  item: DraftItem,
  language: string | undefined,
  options: YouTubeOptions,
  settings: YouTubeSettings,
): Step[] {
  const [media] = item.media;
  const { title, description } = wordsOf(item, options);
  const file: Record<string, Json> = media
    ? { source: media.source, mimeType: media.mimeType }
    : { source: { base64: '' }, mimeType: 'video/mp4' };
  const { thumbnail, privacy } = options;
  const { read, write, upload } = costsOf(settings);
  const session = invisibleStep(
    'session-0',
    'start-session',
    {
      ...file,
      notify: options.notifySubscribers,
      body: bodyOf({ title, description }, language, options),
    },
    { buckets: ['uploads'], timeoutSeconds: 60, recognition: 'handle' },
  );
  const request = {
    ...file,
    url: outputOf('session-0', 'data', 'url'),
    begunAt: outputOf('session-0', 'data', 'begunAt'),
    title,
    description,
  };
  return [
    { ...session, costs: [...session.costs, { bucket: 'units', points: upload }] },
    {
      id: 'video-0',
      kind: 'send-video',
      item: 0,
      visibility: privacy === 'public' ? 'public' : 'private',
      recognition: 'handle',
      needs: referencedSteps(request),
      costs: [],
      timeoutSeconds: 600,
      settleSeconds: 0,
      request,
    },
    quiet('processing-0', 'await-processing', { video }, read),
    ...(thumbnail
      ? [
          quiet(
            'thumbnail-0',
            'set-thumbnail',
            { video, source: thumbnail.source, mimeType: thumbnail.mimeType },
            write,
          ),
        ]
      : []),
    ...(media?.captions ?? []).map(({ language: spoken, source }, index) =>
      visibleStep(
        `caption-0-${index}`,
        'insert-caption',
        { video, language: spoken, source },
        'caption',
        settings,
      ),
    ),
  ];
}

/** A step that may be repeated: nobody sees it, or the same again changes nothing. */
function quiet(id: string, kind: string, request: Json, units: number): Step {
  const step = invisibleStep(id, kind, request, { buckets: [], timeoutSeconds: 120 });
  return { ...step, costs: [{ bucket: 'units', points: units }] };
}

function visibleStep(
  id: string,
  kind: string,
  request: Json,
  cost: 'write' | 'caption',
  settings: YouTubeSettings,
  item?: number,
): Step {
  return {
    id,
    kind,
    ...(item !== undefined && { item }),
    visibility: 'public',
    recognition: 'lookup',
    needs: referencedSteps(request),
    costs: [{ bucket: 'units', points: costsOf(settings)[cost] }],
    timeoutSeconds: 60,
    settleSeconds: settings.settleSeconds ?? 15,
    request,
  };
}

function bodyOf(
  { title, description }: { readonly title: string; readonly description: string },
  language: string | undefined,
  options: YouTubeOptions,
): Json {
  const { tags, privacy, publishAt, madeForKids } = options;
  return {
    snippet: {
      title,
      description,
      ...(tags.length > 0 && { tags }),
      categoryId: options.category,
      ...(language !== undefined && { defaultLanguage: language }),
    },
    status: {
      privacyStatus: privacy,
      ...(publishAt !== undefined && { publishAt }),
      ...(madeForKids !== undefined && { selfDeclaredMadeForKids: madeForKids }),
      containsSyntheticMedia: options.syntheticMedia,
      license: options.license,
      embeddable: options.embeddable,
    },
  };
}
