import type { Account, PlatformIo, Step, StepProgress, StepResult } from '@affiche/core';
import { openMediaBytes } from '../media-bytes.ts';
import { done, failed } from '../step-result.ts';
import { stepRunner } from '../step-runner.ts';
import { ofBlog, tumblr } from './api.ts';
import { PostRequest } from './requests.ts';
import { Created } from './wire.ts';

/** Runs one step. */
export const run = stepRunner('tumblr', { 'create-post': sendPost, 'edit-post': sendPost });

async function sendPost(
  account: Account,
  step: Step,
  _: StepProgress,
  io: PlatformIo,
): Promise<StepResult> {
  const { id: edited, body, files } = PostRequest.parse(step.request);
  const form = new FormData();
  form.append('json', new Blob([JSON.stringify(body)], { type: 'application/json' }));
  for (const file of files) {
    const bytes = await openMediaBytes(file, io);
    if ('status' in bytes) return bytes;
    form.append(file.name, new Blob([bytes], { type: file.mimeType }), file.name);
  }
  const place =
    edited === undefined
      ? ({ method: 'post', ...ofBlog(account.id, 'posts') } as const)
      : ({ method: 'put', ...ofBlog(account.id, `posts/${edited}`, 'posts/:post') } as const);
  const call = {
    ...place,
    ...(files.length > 0 ? { body: form } : { json: body }),
    answer: Created,
    timeoutSeconds: step.timeoutSeconds,
  };
  const answer = await tumblr.call(account, call, io);
  if (answer.outcome !== 'answered') return failed(tumblr.diagnose(answer, call, io));
  const { id } = answer.body.response;
  const shown = body.state === 'published' && { url: postUrl(account, id) };
  return done({ id, ...shown }, `the server answered with the post ${id}`);
}

/** Where people see a post. */
export function postUrl({ id: blog }: Account, id: string): string {
  return `https://www.tumblr.com/${blog.replace(/\.tumblr\.com$/, '')}/${id}`;
}
