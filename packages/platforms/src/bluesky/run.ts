import type { Account, PlatformIo, Step, StepResult } from '@affiche/core';
import { done, failed, unanswered } from '../step-result.ts';
import { stepRunner } from '../step-runner.ts';
import { putRecord } from './put-record.ts';
import { HandleRequest, PostRequest, UploadRequest } from './requests.ts';
import { readPost } from './post-lookup.ts';
import { stripJpegMetadata } from '../jpeg-metadata.ts';
import { openMediaBytes } from '../media-bytes.ts';
import type { BlueskySettings } from './settings.ts';
import { uploadVideo } from './video.ts';
import { ResolvedHandle, UploadedBlob } from './wire.ts';
import { diagnoseXrpc, xrpc } from './xrpc.ts';

/** Runs one step. */
export const run = stepRunner<[BlueskySettings]>('bluesky', {
  'resolve-handle': (account, step, _progress, io) => resolveHandle(account, step, io),
  'resolve-post': (account, step, _progress, io) => resolvePost(account, step, io),
  'upload-blob': (account, step, _progress, io, settings) =>
    uploadBlob(account, step, io, settings),
  'upload-video': uploadVideo,
  'put-post': putRecord,
  'put-gate': putRecord,
});

async function resolveHandle(account: Account, step: Step, io: PlatformIo): Promise<StepResult> {
  const { handle } = HandleRequest.parse(step.request);
  const method = 'com.atproto.identity.resolveHandle';
  const answer = await xrpc(
    account,
    {
      method,
      token: 'none',
      search: { handle },
      answer: ResolvedHandle,
      timeoutSeconds: step.timeoutSeconds,
    },
    io,
  );
  if (answer.outcome === 'answered') {
    const { did } = answer.body;
    return done({ data: { did } }, `@${handle} is ${did}`);
  }
  // Nobody of that name: the text stays, and only the link to the person is left out.
  if (answer.outcome === 'refused' && answer.status === 400) {
    return done({ data: { did: null } }, `the server knows no @${handle}`);
  }
  return unanswered(diagnoseXrpc(answer, method, io));
}

async function resolvePost(account: Account, step: Step, io: PlatformIo): Promise<StepResult> {
  const { uri } = PostRequest.parse(step.request);
  const found = await readPost(account, uri, io);
  if ('failure' in found) return unanswered(found);
  const { post, root } = found;
  if (!post) {
    return {
      status: 'rejected',
      failure: {
        kind: 'gone',
        message: `The post ${uri} does not exist`,
        hint: 'Publish it without the reference, or refer to another post.',
      },
    };
  }
  return done({ data: { post, root: root ?? post } }, `${uri} has the version ${post.cid}`);
}

async function uploadBlob(
  account: Account,
  step: Step,
  io: PlatformIo,
  { keepMetadata = false }: BlueskySettings,
): Promise<StepResult> {
  const request = UploadRequest.parse(step.request);
  const bytes = await openMediaBytes(request, io);
  if ('status' in bytes) return bytes;
  const method = 'com.atproto.repo.uploadBlob';
  const answer = await xrpc(
    account,
    {
      method,
      body: keepMetadata ? bytes : stripJpegMetadata(bytes),
      contentType: request.mimeType,
      answer: UploadedBlob,
      timeoutSeconds: step.timeoutSeconds,
    },
    io,
  );
  if (answer.outcome !== 'answered') return failed(diagnoseXrpc(answer, method, io));
  const { blob } = answer.body;
  return done({ data: { blob } }, `the server stored ${blob.size} bytes as ${blob.ref.$link}`);
}
