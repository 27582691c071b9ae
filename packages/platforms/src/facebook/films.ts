import {
  type Account,
  instant,
  Json,
  type PlatformIo,
  type Step,
  type StepProgress,
  type StepResult,
} from '@affiche/core';
import { z } from 'zod';
import { openMediaBytes } from '../media-bytes.ts';
import { diagnoseGraph } from '../meta/graph.ts';
import { uploadToAddress } from '../meta/upload-address.ts';
import { done, unanswered } from '../step-result.ts';
import { attempt, facebookNetwork, pathOf, type Setup } from './api.ts';
import { FilmRequest } from './requests.ts';
import { askFilm } from './film-status.ts';
import { Offsets, Started } from './wire.ts';

const Checkpoint = z.object({
  video: z.string(),
  session: z.string().optional(),
  address: z.string().optional(),
  start: z.number(),
  end: z.number(),
});
type Checkpoint = z.infer<typeof Checkpoint>;

interface Sending {
  readonly account: Account;
  readonly step: Step;
  readonly request: FilmRequest;
  readonly io: PlatformIo;
  readonly setup: Setup;
}

/** Announces a film and sends it, piece by piece as the server asks for it. Nobody sees it yet. */
export async function uploadFilm(
  account: Account,
  step: Step,
  { checkpoint }: StepProgress,
  io: PlatformIo,
  setup: Setup,
): Promise<StepResult> {
  const request = FilmRequest.parse(step.request);
  const sending = { account, step, request, io, setup };
  const at = Checkpoint.safeParse(checkpoint).data;
  const { url } = request;
  if (url !== undefined) {
    return at
      ? sendWhole({ ...at, address: at.address ?? '' }, { url }, sending)
      : announce(0, sending);
  }
  const bytes = await openMediaBytes(request, io);
  if ('status' in bytes) return bytes;
  if (!at) return announce(bytes.byteLength, sending);
  return at.address === undefined
    ? transfer(at, bytes, sending)
    : sendWhole({ ...at, address: at.address }, { bytes }, sending);
}

async function announce(
  size: number,
  { account, step, request: { edge }, io, setup: { version } }: Sending,
): Promise<StepResult> {
  const call = {
    method: 'post',
    path: pathOf(account.id, edge),
    endpoint: `/:page/${edge}`,
    form: { upload_phase: 'start', ...(edge === 'videos' && { file_size: String(size) }) },
    version,
    answer: Started,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  return attempt(account, call, io, (made) =>
    later(
      {
        video: made.video_id,
        ...(made.upload_session_id !== undefined && { session: made.upload_session_id }),
        ...(edge !== 'videos' && { address: made.upload_url ?? '' }),
        start: made.start_offset ?? 0,
        end: made.end_offset ?? size,
      },
      io,
    ),
  );
}

async function transfer(
  at: Checkpoint,
  bytes: Uint8Array<ArrayBuffer>,
  { account, step, io, setup: { version } }: Sending,
): Promise<StepResult> {
  const { video, session = '', start, end } = at;
  if (start >= end) return sent(at);
  const form = new FormData();
  form.set('upload_phase', 'transfer');
  form.set('upload_session_id', session);
  form.set('start_offset', String(start));
  form.set('video_file_chunk', new Blob([bytes.slice(start, end)]), 'chunk');
  const call = {
    method: 'post',
    path: pathOf(account.id, 'videos'),
    endpoint: '/:page/videos',
    form,
    version,
    answer: Offsets,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  return attempt(account, call, io, (offsets) => {
    const next = { video, session, start: offsets.start_offset, end: offsets.end_offset };
    return next.start >= next.end ? sent(next) : later(next, io);
  });
}

/** Sends what is missing to the address that the server gave, or says there where it is. */
async function sendWhole(
  at: Checkpoint & { readonly address: string },
  file: { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly url: string },
  { account, step, io, setup }: Sending,
): Promise<StepResult> {
  const { call, answer: asked } = await askFilm(account, at.video, io, setup);
  if (asked.outcome !== 'answered') {
    return unanswered(diagnoseGraph(facebookNetwork, asked, call, io));
  }
  const { uploading_phase: phase } = asked.body.status;
  if (phase?.status === 'complete') return sent(at);
  const offset = phase?.bytes_transfered ?? 0;
  const { address } = at;
  const result = await uploadToAddress(
    facebookNetwork,
    account,
    { address, file: { ...file, offset }, timeoutSeconds: step.timeoutSeconds },
    io,
  );
  return 'status' in result ? result : sent(at);
}

function sent({ video, session }: Checkpoint): StepResult {
  const data = { video, ...(session !== undefined && { session }) };
  return done({ id: video, data }, `the server has all bytes of the film ${video}`);
}

function later(at: Checkpoint, { clock }: PlatformIo): StepResult {
  const checkpoint = Json.parse(at);
  return { status: 'pending', checkpoint, notBefore: instant(clock.now()) };
}
