import type { Account, Json, PlatformIo, Step, StepProgress, StepResult } from '@affiche/core';
import { z } from 'zod';
import { fillOutputs } from '../output-reference.ts';
import { done, failed, unanswered } from '../step-result.ts';
import { callWordPress, diagnoseWordPress } from './api.ts';
import { DraftRequest, PublishRequest } from './requests.ts';
import type { WordPressSettings } from './settings.ts';
import { Post } from './wire.ts';

/**
 * Stores the post as a draft, which nobody sees. The slug is the key: one that is there already, from
 * an attempt whose answer was lost, is taken instead of a second one.
 */
export async function createDraft(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  io: PlatformIo,
  settings: WordPressSettings,
): Promise<StepResult> {
  const request = DraftRequest.parse(fillOutputs(step.request, outputs));
  const { slug } = request;
  const search = {
    method: 'get',
    path: '/posts',
    search: { slug, status: 'any', context: 'edit', _fields: 'id,slug,status,link' },
    answer: z.array(Post),
    timeoutSeconds: 30,
  } as const;
  const found = await callWordPress(account, search, io, settings);
  if (found.outcome !== 'answered') return unanswered(diagnoseWordPress(found, search, io));
  // Two that were sent at once may have the very same slug; the first of them is the one.
  const known = found.body.toSorted((one, other) => one.id - other.id)[0];
  if (known) {
    return done({ id: String(known.id) }, `the blog has a post with the slug ${slug}: ${known.id}`);
  }
  const call = {
    method: 'post',
    path: '/posts',
    json: withAddresses(request.body, request.addresses),
    answer: Post,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await callWordPress(account, call, io, settings);
  if (answer.outcome !== 'answered') return failed(diagnoseWordPress(answer, call, io));
  return done({ id: String(answer.body.id) }, `the blog keeps the draft as ${answer.body.id}`);
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
