import type { Account, PlatformIo, Step, StepProgress, StepResult } from '@affiche/core';
import { z } from 'zod';
import { openMediaBytes } from '../media-bytes.ts';
import { done, failed, unanswered } from '../step-result.ts';
import { stepRunner } from '../step-runner.ts';
import { callWordPress, diagnoseWordPress } from './api.ts';
import { createComment } from './comment.ts';
import { createDraft, publishPost } from './posting.ts';
import { TermRequest, UploadRequest } from './requests.ts';
import type { WordPressSettings } from './settings.ts';
import { plainText } from './sanitize.ts';
import { Refusal, Term, Upload } from './wire.ts';

/** Runs one step. */
export const run = stepRunner('wordpress', {
  'upload-media': uploadMedia,
  'ensure-term': ensureTerm,
  'create-draft': createDraft,
  'publish-post': publishPost,
  'create-comment': createComment,
});

async function uploadMedia(
  account: Account,
  step: Step,
  _progress: StepProgress,
  io: PlatformIo,
  settings: WordPressSettings,
): Promise<StepResult> {
  const { source, mimeType, name, alt } = UploadRequest.parse(step.request);
  const bytes = await openMediaBytes({ source, mimeType }, io);
  if ('status' in bytes) return bytes;
  const body = new FormData();
  body.set('file', new File([bytes], name, { type: mimeType }));
  if (alt !== undefined) body.set('alt_text', alt);
  const call = {
    method: 'post',
    path: '/media',
    body,
    answer: Upload,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await callWordPress(account, call, io, settings);
  if (answer.outcome !== 'answered') return failed(diagnoseWordPress(answer, call, io));
  const { id, source_url: address } = answer.body;
  return done({ id: String(id), data: { id, address } }, `the blog has the file as ${id}`);
}

/** Finds a category or a tag by its name, or makes it; one that somebody made meanwhile is as good. */
async function ensureTerm(
  account: Account,
  step: Step,
  _progress: StepProgress,
  io: PlatformIo,
  settings: WordPressSettings,
): Promise<StepResult> {
  const { taxonomy, name } = TermRequest.parse(step.request);
  const search = {
    method: 'get',
    path: `/${taxonomy}`,
    search: { search: name, per_page: 100, _fields: 'id,name' },
    answer: z.array(Term),
    timeoutSeconds: 30,
  } as const;
  const found = await callWordPress(account, search, io, settings);
  if (found.outcome !== 'answered') return unanswered(diagnoseWordPress(found, search, io));
  const known = found.body.find((term) => same(plainText(term.name), name));
  if (known) return termDone(known.id, name);
  const call = {
    method: 'post',
    path: `/${taxonomy}`,
    json: { name },
    answer: Term,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await callWordPress(account, call, io, settings);
  if (answer.outcome === 'answered') return termDone(answer.body.id, name);
  const refusal = answer.outcome === 'refused' ? Refusal.safeParse(answer.body).data : undefined;
  const id = refusal?.code === 'term_exists' ? refusal.data?.term_id : undefined;
  return id === undefined ? failed(diagnoseWordPress(answer, call, io)) : termDone(id, name);
}

function termDone(id: number, name: string): StepResult {
  return done({ id: String(id), data: { id } }, `the blog knows "${name}" as ${id}`);
}

function same(one: string, other: string): boolean {
  return one.normalize().toLowerCase() === other.normalize().toLowerCase();
}
