import {
  type Account,
  instant,
  type PlatformIo,
  type Step,
  type StepProgress,
  type StepResult,
} from '@affiche/core';
import { z } from 'zod';
import type { Diagnosis } from '../error-table.ts';
import { isLoopback, serverOrigin } from '../origin.ts';
import { done, failed } from '../step-result.ts';
import { openMediaBytes } from '../media-bytes.ts';
import { repositoryOf } from './put-record.ts';
import { UploadRequest } from './requests.ts';
import type { BlueskySettings } from './settings.ts';
import { ServiceAuth, UploadLimits, VideoJob } from './wire.ts';
import { diagnoseXrpc, personalServer, xrpc, type XrpcCall } from './xrpc.ts';

const Checkpoint = z.object({ jobId: z.string() });

// Preparing a film takes from seconds to minutes; asking more often makes nothing faster.
const pollSeconds = 5;

/** Hands a film to the video service, and asks it from time to time until the film is ready. */
export async function uploadVideo(
  account: Account,
  step: Step,
  { checkpoint }: StepProgress,
  io: PlatformIo,
  { videoService = defaultService(account) }: BlueskySettings,
): Promise<StepResult> {
  const job = Checkpoint.safeParse(checkpoint).data;
  if (job) {
    return jobResult(
      await callService(account, videoService, io, {
        method: 'app.bsky.video.getJobStatus',
        search: { jobId: job.jobId },
        answer: VideoJob,
        timeoutSeconds: 30,
      }),
      io,
    );
  }
  const limits = await callService(account, videoService, io, {
    method: 'app.bsky.video.getUploadLimits',
    answer: UploadLimits,
    timeoutSeconds: 30,
  });
  if ('failure' in limits) return failed(limits);
  if (!limits.canUpload) {
    const message = limits.message ?? 'no more videos may be uploaded today';
    return { status: 'rejected', failure: { kind: 'quota', message } };
  }
  return upload(account, step, videoService, io);
}

async function upload(
  account: Account,
  step: Step,
  service: string,
  io: PlatformIo,
): Promise<StepResult> {
  const bytes = await openMediaBytes(UploadRequest.parse(step.request), io);
  if ('status' in bytes) return bytes;
  return jobResult(
    await callService(account, service, io, {
      method: 'app.bsky.video.uploadVideo',
      search: { did: repositoryOf(account, io), name: `${step.id}.mp4` },
      body: bytes,
      contentType: 'video/mp4',
      answer: VideoJob,
      timeoutSeconds: step.timeoutSeconds,
    }),
    io,
  );
}

function jobResult(job: z.infer<typeof VideoJob> | Diagnosis, io: PlatformIo): StepResult {
  // The service recognises a film that it has already, and refuses it with the name of its job.
  const known = 'failure' in job ? VideoJob.safeParse(job.failure.payload).data : job;
  if (!known) return failed(job as Diagnosis);
  const { jobId, state, blob, error, failureCode, message } = known;
  if (blob) return done({ data: { blob } }, `the video service finished its job ${jobId}`);
  if (state !== 'JOB_STATE_FAILED') {
    const notBefore = instant(io.clock.now() + pollSeconds * 1000);
    return { status: 'pending', checkpoint: { jobId }, notBefore };
  }
  return {
    status: 'rejected',
    failure: {
      kind: 'invalid',
      message: `The video could not be prepared: ${message ?? error ?? 'no reason was given'}`,
      ...(failureCode !== undefined && { code: failureCode }),
      hint: 'Convert it to MP4 with H.264 and AAC, and try again.',
    },
  };
}

/** Calls the video service with a token that opens nothing but this one method. */
async function callService<Body>(
  account: Account,
  service: string,
  io: PlatformIo,
  call: XrpcCall<Body>,
): Promise<Body | Diagnosis> {
  const ownServer = `did:web:${new URL(personalServer(account, io)).host.replace(':', '%3A')}`;
  const upload = call.method === 'app.bsky.video.uploadVideo';
  const method = 'com.atproto.server.getServiceAuth';
  const auth = await xrpc(
    account,
    {
      method,
      search: {
        // The service puts the film into the repository in our name, so that token is for our server.
        aud: upload ? ownServer : `did:web:${new URL(service).host.replace(':', '%3A')}`,
        lxm: upload ? 'com.atproto.repo.uploadBlob' : call.method,
        exp: Math.floor(io.clock.now() / 1000) + 1800,
      },
      answer: ServiceAuth,
      timeoutSeconds: 15,
    },
    io,
  );
  if (auth.outcome !== 'answered') return asked(diagnoseXrpc(auth, method, io));
  const token = { service: auth.body.token };
  const answer = await xrpc(account, { ...call, token, origin: service }, io);
  if (answer.outcome === 'answered') return answer.body;
  const diagnosis = diagnoseXrpc(answer, call.method, io);
  return upload ? diagnosis : asked(diagnosis);
}

/** Whoever only asked has made nothing. */
function asked({ failure }: Diagnosis): Diagnosis {
  return { failure, absent: true };
}

function defaultService(account: Account): string {
  const origin = serverOrigin(account, 'bsky.social');
  return isLoopback(new URL(origin).hostname) ? origin : 'https://video.bsky.app';
}
