import {
  type Account,
  instant,
  type Json,
  type PlatformIo,
  type Step,
  type StepProgress,
  type StepResult,
} from '@affiche/core';
import { z } from 'zod';
import { fillOutputs } from '../output-reference.ts';
import { sameWords } from '../same-words.ts';
import { done, failed, refused, unanswered } from '../step-result.ts';
import { callWordPress, diagnoseWordPress } from './api.ts';
import { DraftRequest, PublishRequest } from './requests.ts';
import { plainText } from './sanitize.ts';
import type { WordPressSettings } from './settings.ts';
import { remove } from './undo.ts';
import { Post, WrittenPost } from './wire.ts';

/** A draft of ours that another post had the slug of, and whether it is gone. */
const Checkpoint = z.object({ orphan: z.int(), gone: z.boolean() });

/**
 * Stores the post as a draft, which nobody sees. The slug is the key: one that is there already, from
 * an attempt whose answer was lost, is taken instead of a second one.
 */
export async function createDraft(
  account: Account,
  step: Step,
  { outputs, checkpoint }: StepProgress,
  io: PlatformIo,
  settings: WordPressSettings,
): Promise<StepResult> {
  const { slug, body, addresses } = DraftRequest.parse(fillOutputs(step.request, outputs));
  const second = Checkpoint.safeParse(checkpoint).data;
  if (second && !second.gone) {
    const where = { collection: 'posts', id: String(second.orphan), force: true };
    await remove(account, where, io, settings);
    return later({ ...second, gone: true }, io);
  }
  const json = withAddresses(body, addresses);
  const search = {
    method: 'get',
    path: '/posts',
    search: { slug, status: 'any', context: 'edit', _fields: 'id,slug,status,title,content' },
    answer: z.array(WrittenPost),
    timeoutSeconds: 30,
  } as const;
  const found = await callWordPress(account, search, io, settings);
  if (found.outcome !== 'answered') return unanswered(diagnoseWordPress(found, search, io));
  // One that we numbered after is there all the same, where this user may not see it.
  if (found.body.length > 0 || second) return adopt(found.body, slug, json);
  const call = {
    method: 'post',
    path: '/posts',
    json,
    answer: Post,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await callWordPress(account, call, io, settings);
  if (answer.outcome !== 'answered') return failed(diagnoseWordPress(answer, call, io));
  const { id, slug: given } = answer.body;
  if (given === slug) return done({ id: String(id) }, `the blog keeps the draft as ${id}`);
  // Numbered, so that somebody was faster, perhaps ourselves: the other is looked at, and this one goes.
  return later({ orphan: id, gone: false }, io);
}

function later(checkpoint: z.infer<typeof Checkpoint>, { clock }: PlatformIo): StepResult {
  return { status: 'pending', checkpoint, notBefore: instant(clock.now()) };
}

/** Takes the post that has the slug, if it says what was to be said: those of others are not touched. */
function adopt(
  posts: readonly WrittenPost[],
  slug: string,
  { title = '', content = '' }: Readonly<Record<string, Json>>,
): StepResult {
  const words = [title, content].map((text) => (typeof text === 'string' ? text : ''));
  const [ownTitle = '', ownContent = ''] = words;
  // Two that were sent at once may have the very same slug; the first of them is the one.
  const own = posts
    .toSorted((one, other) => one.id - other.id)
    .find(
      (post) =>
        // What an author writes is stored with entities, what an administrator writes is not.
        sameWords(plainText(post.title.raw), plainText(ownTitle)) &&
        sameWords(plainText(post.content.raw), plainText(ownContent)),
    );
  if (own) return done({ id: String(own.id) }, `the blog has the post as ${own.id}: ${slug}`);
  return refused(
    `Another post of the blog has the slug "${slug}"`,
    'Choose another slug, or leave it out.',
  );
}

/** Pictures get the addresses that the blog gave them; what means none of them gets none. */
function withAddresses(
  body: Readonly<Record<string, Json>>,
  addresses: Readonly<Record<string, string>>,
): Record<string, Json> {
  const { content } = body;
  if (typeof content !== 'string') return { ...body };
  const filled = content.replaceAll(/(?<=")affiche-media:(?<index>\d+)(?=")/g, (_, index: string) =>
    (addresses[index] ?? '').replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
  );
  return { ...body, content: filled };
}

/** Shows the draft, or leaves it to the blog to show it in time. Twice is the same as once. */
export async function publishPost(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  io: PlatformIo,
  settings: WordPressSettings,
): Promise<StepResult> {
  const { id, slug, status, scheduledAt } = PublishRequest.parse(
    fillOutputs(step.request, outputs),
  );
  const call = {
    method: 'post',
    path: `/posts/${encodeURIComponent(id)}`,
    endpoint: '/posts/:id',
    json: {
      status,
      // A moment of Greenwich, which WordPress writes without saying so.
      ...(scheduledAt !== undefined && { date_gmt: greenwich(scheduledAt) }),
    },
    answer: Post,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await callWordPress(account, call, io, settings);
  if (answer.outcome !== 'answered') return failed(diagnoseWordPress(answer, call, io));
  return done(outputOfPost(answer.body), statementOf(answer.body, slug));
}

function greenwich(moment: string): string {
  return new Date(moment).toISOString().slice(0, 19);
}

/** What a post leaves behind for comments and for taking it back. */
export function outputOfPost({ id, link, slug, status }: Post) {
  return { id: String(id), ...(link !== undefined && { url: link }), data: { slug, status } };
}

/** WordPress numbers a slug that another post has: then there are two. */
export function statementOf({ id, slug, status }: Post, wanted: string): string {
  const said = `the blog answered that ${id} is ${status}`;
  return slug === wanted ? said : `${said}, as ${slug}: another post has the slug ${wanted}`;
}
