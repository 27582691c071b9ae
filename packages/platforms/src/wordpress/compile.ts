import type { CompileSeed, Composition, DraftItem, Json, Step } from '@affiche/core';
import { invisibleStep } from '../invisible-step.ts';
import { outputOf, referencedSteps } from '../output-reference.ts';
import { withLink } from '../post-text.ts';
import { articleOf, featuredIndex } from './article.ts';
import { readCommentId } from './comment-id.ts';
import type { WordPressFacts } from './facts.ts';
import { escapeHtml, sanitize } from './sanitize.ts';
import type { WordPressOptions } from './settings.ts';
import { uniqueSlug } from './slug.ts';

type Blog = Composition<WordPressOptions, WordPressFacts>;

/**
 * Turns a draft into steps: files, categories and tags first; then the post as a draft that nobody
 * sees, found again by its slug; then the one change that shows it; then comments.
 */
export function compile(composition: Blog, { key }: CompileSeed): Step[] {
  const { draft, options } = composition;
  const [first, ...rest] = draft.items;
  if (!first) return [];
  if (draft.replyTo) {
    const place = readCommentId(draft.replyTo.id);
    const { post = 0, comment } = place ?? {};
    return draft.items.map((item, index) =>
      commentStep(item, index, { post, ...(comment !== undefined && { parent: comment }) }),
    );
  }
  const slug = options.slug ?? uniqueSlug(articleOf(first, options).title, key);
  return [
    ...uploadSteps(first),
    ...termSteps(options),
    draftStep(first, slug, options),
    publishStep(slug, options),
    ...rest.map((item, index) => commentStep(item, index + 1, { post: outputOf('post-0', 'id') })),
  ];
}

function uploadSteps({ media }: DraftItem): Step[] {
  return media.map(({ source, mimeType, alt }, index) =>
    invisibleStep(
      `upload-${index}`,
      'upload-media',
      {
        source,
        mimeType,
        name: nameOf(source, mimeType),
        ...(alt !== undefined && alt !== '' && { alt }),
      },
      { buckets: [], timeoutSeconds: 120, recognition: 'handle' },
    ),
  );
}

/** Search engines and readers see the name of a picture, so that it keeps its own. */
function nameOf(source: DraftItem['media'][number]['source'], mimeType: string): string {
  const path = 'path' in source ? source.path : 'url' in source ? new URL(source.url).pathname : '';
  const name =
    path
      .split(/[/\\]/)
      .at(-1)
      ?.replaceAll(/[^\w.-]+/g, '-') ?? '';
  const extension = mimeType.split('/')[1]?.replace('jpeg', 'jpg') ?? 'bin';
  return /\.\w+$/.test(name) ? name : `${name || 'file'}.${extension}`;
}

function termSteps({ categories, tags }: WordPressOptions): Step[] {
  return [
    ...categories.map((name, index) => termStep('categories', name, index)),
    ...tags.map((name, index) => termStep('tags', name, index)),
  ];
}

function termStep(taxonomy: 'categories' | 'tags', name: string, index: number): Step {
  const request = { taxonomy, name };
  const limits = { buckets: [], timeoutSeconds: 30, recognition: 'handle' } as const;
  return invisibleStep(`${taxonomy}-${index}`, 'ensure-term', request, limits);
}

/** The numbers of terms, once they are known. */
function termIds(taxonomy: 'categories' | 'tags', names: readonly string[]): Json {
  return names.map((_, index) => outputOf(`${taxonomy}-${index}`, 'data', 'id'));
}

function draftStep(item: DraftItem, slug: string, options: WordPressOptions): Step {
  const { title, content } = articleOf(item, options);
  const { excerpt, categories, tags, comments } = options;
  const featured = featuredIndex(item, options);
  const body: Record<string, Json> = {
    title,
    content,
    slug,
    status: 'draft',
    ...(excerpt !== undefined && { excerpt: sanitize(excerpt) }),
    ...(categories.length > 0 && { categories: termIds('categories', categories) }),
    ...(tags.length > 0 && { tags: termIds('tags', tags) }),
    ...(featured >= 0 && { featured_media: outputOf(`upload-${featured}`, 'data', 'id') }),
    ...(comments !== undefined && { comment_status: comments }),
  };
  const addresses = Object.fromEntries(
    item.media.map((_, index) => [String(index), outputOf(`upload-${index}`, 'data', 'address')]),
  );
  return invisibleStep(
    'draft-0',
    'create-draft',
    { slug, body, addresses },
    {
      buckets: [],
      timeoutSeconds: 60,
      recognition: 'handle',
    },
  );
}

function publishStep(slug: string, { status, scheduledAt }: WordPressOptions): Step {
  const request = {
    id: outputOf('draft-0', 'id'),
    slug,
    status: scheduledAt === undefined ? status : 'future',
    ...(scheduledAt !== undefined && { scheduledAt }),
  };
  return {
    id: 'post-0',
    kind: 'publish-post',
    item: 0,
    visibility: status === 'publish' ? 'public' : 'private',
    recognition: 'handle',
    needs: referencedSteps(request),
    costs: [],
    timeoutSeconds: 60,
    settleSeconds: 2,
    request,
  };
}

function commentStep(item: DraftItem, index: number, place: Record<string, Json>): Step {
  const request = { ...place, content: escapeHtml(withLink(item)) };
  return {
    id: `post-${index}`,
    kind: 'create-comment',
    item: index,
    visibility: 'public',
    recognition: 'lookup',
    needs: [...new Set([...referencedSteps(request), ...(index > 1 ? [`post-${index - 1}`] : [])])],
    costs: [],
    timeoutSeconds: 30,
    settleSeconds: 2,
    request,
  };
}
