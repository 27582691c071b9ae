import type { Composition, DraftItem, Json, Media, Step } from '@affiche/core';
import { invisibleStep } from '../invisible-step.ts';
import { outputOf, type OutputReference, referencedSteps } from '../output-reference.ts';
import type { FacebookFacts } from './facts.ts';
import { filmFields, postFields } from './fields.ts';
import type { FilmEdge } from './requests.ts';
import { isFilm, isPrivate, outgoingText } from './rules.ts';
import type { FacebookOptions, FacebookSettings } from './settings.ts';

type Composed = Composition<FacebookOptions, FacebookFacts>;

/** Turns a draft into steps: files that nobody sees, then the post that shows them, then comments under it. */
export function compile(composition: Composed, settings: FacebookSettings): Step[] {
  const { items, replyTo } = composition.draft;
  const [first, ...rest] = items;
  if (!first) return [];
  if (replyTo && isPrivate(composition)) return messages(composition, replyTo.id, settings);
  if (replyTo) return comments(composition, items, { target: replyTo.id, from: 0 }, settings);
  const film = first.media.find(isFilm);
  const post = film
    ? filmSteps(composition, film, settings)
    : stillSteps(composition, first, settings);
  // Nobody comments on a film that is thrown out again.
  const after = film ? ['confirm-0'] : [];
  const under = { target: outputOf('post-0', 'id'), from: 1, after };
  return [...post, ...comments(composition, rest, under, settings)];
}

const filmEdges = { post: 'videos', reel: 'video_reels', story: 'video_stories' } as const;

function filmSteps(composition: Composed, film: Media, settings: FacebookSettings): Step[] {
  const { draft, options } = composition;
  const edge: FilmEdge = filmEdges[options.format];
  const { source, mimeType } = film;
  const url = edge === 'videos' ? undefined : settings.mediaUrl?.(source);
  const video = outputOf('upload-0-0', 'id');
  const request = {
    edge,
    video,
    ...(edge === 'videos' && { session: outputOf('upload-0-0', 'data', 'session') }),
    fields: filmFields(edge, outgoingText(draft, 0, options), options),
  };
  return [
    invisibleStep(
      'upload-0-0',
      'upload-film',
      { source, mimeType, edge, ...(url !== undefined && { url }) },
      { buckets: ['requests'], timeoutSeconds: 300, recognition: 'handle' },
    ),
    visibleStep('post-0', 'publish-film', 0, request, {
      buckets: edge === 'video_reels' ? ['requests', 'reels'] : ['requests'],
      recognition: 'handle',
      settings,
    }),
    {
      ...invisibleStep(
        'confirm-0',
        'confirm-film',
        { video },
        {
          buckets: ['requests'],
          timeoutSeconds: 30,
        },
      ),
      needs: ['upload-0-0', 'post-0'],
    },
  ];
}

function stillSteps(composition: Composed, item: DraftItem, settings: FacebookSettings): Step[] {
  const { draft, options } = composition;
  const story = options.format === 'story';
  const temporary = story || options.scheduledAt !== undefined;
  const shown = story ? item.media.slice(0, 1) : item.media;
  const photos = shown.map((_, index) => outputOf(`upload-0-${index}`, 'id'));
  const uploads = shown.map((each, index) =>
    photoStep(`upload-0-${index}`, each, temporary, settings),
  );
  const [photo] = photos;
  const [kind, request]: [string, Json] =
    story && photo
      ? ['publish-story', { photo }]
      : [
          'publish-post',
          { fields: postFields(item, outgoingText(draft, 0, options), options), photos },
        ];
  return [
    ...uploads,
    visibleStep('post-0', kind, 0, request, {
      buckets: ['requests'],
      recognition: 'lookup',
      settings,
    }),
  ];
}

function photoStep(
  id: string,
  { source, mimeType, alt }: Media,
  temporary: boolean,
  { mediaUrl }: FacebookSettings,
): Step {
  const url = mediaUrl?.(source);
  return invisibleStep(
    id,
    'upload-photo',
    {
      source,
      mimeType,
      temporary,
      ...(alt !== undefined && alt !== '' && { alt }),
      ...(url !== undefined && { url }),
    },
    { buckets: ['requests'], timeoutSeconds: 120 },
  );
}

interface Place {
  readonly target: string | OutputReference;
  /** The index of the first item. */
  readonly from: number;
  /** Steps to wait for although nothing of them is needed. */
  readonly after?: readonly string[];
}

/** One comment for each item, with at most one picture. */
function comments(
  { draft, options }: Composed,
  items: readonly DraftItem[],
  { target, from, after = [] }: Place,
  settings: FacebookSettings,
): Step[] {
  return items.flatMap(({ media: [file] }, offset) => {
    const index = from + offset;
    const upload = `upload-${index}-0`;
    const request = {
      target,
      message: outgoingText(draft, index, options),
      ...(file && { photo: outputOf(upload, 'id') }),
    };
    const comment = visibleStep(`comment-${index}`, 'publish-comment', index, request, {
      buckets: ['requests'],
      recognition: 'lookup',
      settings,
    });
    const before = offset > 0 ? [`comment-${index - 1}`] : after;
    return [
      ...(file ? [photoStep(upload, file, false, settings)] : []),
      // In the order of the draft.
      { ...comment, needs: [...new Set([...comment.needs, ...before])] },
    ];
  });
}

/** One message for each item, to whoever wrote the message or the comment. */
function messages(
  { draft, options }: Composed,
  id: string,
  { settleSeconds = 30 }: FacebookSettings,
): Step[] {
  const to = options.answers === 'message' ? { id } : { comment_id: id };
  return draft.items.map((_, index) => ({
    id: `message-${index}`,
    kind: 'send-message',
    item: index,
    visibility: 'private',
    // To whom a private answer went is not told.
    recognition: options.answers === 'message' ? 'lookup' : 'none',
    needs: index > 0 ? [`message-${index - 1}`] : [],
    costs: [{ bucket: 'requests', points: 1 }],
    timeoutSeconds: 60,
    settleSeconds,
    request: { to, message: outgoingText(draft, index, options) },
  }));
}

interface Visible {
  readonly buckets: readonly string[];
  readonly recognition: Step['recognition'];
  readonly settings: FacebookSettings;
}

function visibleStep(
  id: string,
  kind: string,
  item: number,
  request: Json,
  { buckets, recognition, settings: { settleSeconds = 30 } }: Visible,
): Step {
  return {
    id,
    kind,
    item,
    visibility: 'public',
    recognition,
    needs: referencedSteps(request),
    costs: buckets.map((bucket) => ({ bucket, points: 1 })),
    timeoutSeconds: 60,
    settleSeconds,
    request,
  };
}
