import type { CompileSeed, Composition, DraftItem, Json, Media, Step } from '@affiche/core';
import { invisibleStep } from '../invisible-step.ts';
import { outputOf, referencedSteps } from '../output-reference.ts';
import { commentSteps } from './comment-steps.ts';
import type { LinkedInFacts } from './facts.ts';
import { encodeLittleText, plainWords } from './little-text.ts';
import { isOrganization, outgoingText, pollDuration } from './rules.ts';
import type { LinkedInOptions, LinkedInSettings } from './settings.ts';

type Composed = Composition<LinkedInOptions, LinkedInFacts>;

/** Turns a draft into steps: files first, then the post, then the comments under it. */
export function compile(
  composition: Composed,
  seed: CompileSeed,
  settings: LinkedInSettings,
): Step[] {
  const { account, draft } = composition;
  const [first, ...rest] = draft.items;
  if (!first) return [];
  if (draft.replyTo) return commentSteps(draft.items, draft.replyTo, 0, settings);
  const body = bodyOf(composition, first);
  const post: Step = {
    id: 'post-0',
    kind: 'create-post',
    item: 0,
    visibility: 'public',
    recognition: isOrganization(account) ? 'lookup' : 'none',
    needs: referencedSteps(body),
    costs: [{ bucket: 'posts', points: 1 }],
    timeoutSeconds: 30,
    settleSeconds: settings.settleSeconds ?? 15,
    request: { body, notBefore: seed.at },
  };
  const made = { id: outputOf('post-0', 'id') };
  const confirm = invisibleStep('confirm-0', 'confirm-post', made, {
    buckets: ['requests'],
    timeoutSeconds: 30,
  });
  return [
    ...first.media.map((each, index) => uploadStep(`upload-0-${index}`, each)),
    ...(isCard(first) && first.link?.image ? [uploadStep('thumbnail-0', first.link.image)] : []),
    post,
    // Members cannot read what they posted.
    ...(isOrganization(account) ? [confirm] : []),
    ...commentSteps(rest, { id: outputOf('post-0', 'id') }, 1, settings),
  ];
}

const kinds = { image: 'image', animation: 'image', video: 'video' } as const;

function uploadStep(id: string, { source, mimeType, kind }: Media): Step {
  const file = kind === 'audio' || kind === 'document' ? 'document' : kinds[kind];
  return invisibleStep(
    id,
    'upload-media',
    { source, mimeType, kind: file },
    { buckets: ['media'], timeoutSeconds: 300, recognition: 'handle' },
  );
}

function bodyOf({ account, options }: Composed, item: DraftItem): Json {
  const content = contentOf(item, options);
  return {
    author: account.id,
    commentary: encodeLittleText(outgoingText(item)),
    visibility: options.visibility,
    distribution: {
      feedDistribution: 'MAIN_FEED',
      targetEntities: [],
      thirdPartyDistributionChannels: [],
    },
    lifecycleState: 'PUBLISHED',
    isReshareDisabledByAuthor: options.reshareDisabled,
    ...(content !== undefined && { content }),
    ...(options.reshare && { reshareContext: { parent: options.reshare.id } }),
  };
}

function contentOf(item: DraftItem, options: LinkedInOptions): Json | undefined {
  const { media, poll, link } = item;
  if (poll) {
    return {
      poll: {
        question: plainWords(options.pollQuestion ?? item.text),
        options: poll.options.map((text) => ({ text })),
        settings: { duration: pollDuration(poll.durationSeconds).name },
      },
    };
  }
  if (media.length > 1) return { multiImage: { images: media.map(described) } };
  const [single] = media;
  if (single) return { media: withTitle(single, options) };
  if (!isCard(item) || !link) return undefined;
  return {
    article: {
      source: link.url,
      title: link.title ?? link.url,
      ...(link.description !== undefined && { description: link.description }),
      ...(link.image && { thumbnail: outputOf('thumbnail-0', 'id') }),
    },
  };
}

function isCard({ link, media, poll }: DraftItem): boolean {
  return link !== undefined && media.length === 0 && !poll;
}

function described({ alt }: Media, index: number) {
  return { id: outputOf(`upload-0-${index}`, 'id'), ...(alt && { altText: alt }) };
}

/** Pictures have a text alternative; films and documents have a title, and a document must. */
function withTitle(media: Media, { mediaTitle }: LinkedInOptions) {
  if (media.kind === 'image' || media.kind === 'animation') return described(media, 0);
  const title = mediaTitle ?? (media.alt || undefined);
  const shown = media.kind === 'video' ? title : (title ?? 'Document');
  return { id: outputOf('upload-0-0', 'id'), ...(shown !== undefined && { title: shown }) };
}
