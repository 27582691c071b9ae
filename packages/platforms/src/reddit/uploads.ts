import {
  type Account,
  instant,
  type PlatformIo,
  type Step,
  type StepProgress,
  type StepResult,
} from '@affiche/core';
import { z } from 'zod';
import { send } from '../http.ts';
import { openMediaBytes } from '../media-bytes.ts';
import { isTrustworthy, serverOrigin } from '../origin.ts';
import { done, failed, refused } from '../step-result.ts';
import { reddit } from './api.ts';
import { UploadRequest } from './requests.ts';
import { Lease, Nothing } from './wire.ts';

const Checkpoint = z.object({
  id: z.string(),
  url: z.string(),
  fields: z.array(z.tuple([z.string(), z.string()])),
});

/** Asks for a place in the store, and brings the file there. */
export async function upload(
  account: Account,
  step: Step,
  { checkpoint }: StepProgress,
  io: PlatformIo,
): Promise<StepResult> {
  const place = Checkpoint.safeParse(checkpoint).data;
  const file = UploadRequest.parse(step.request);
  return place ? sendFile(account, step, place, io) : lease(account, file, step.timeoutSeconds, io);
}

async function lease(
  account: Account,
  { mimeType }: UploadRequest,
  timeoutSeconds: number,
  io: PlatformIo,
): Promise<StepResult> {
  const filepath = `file.${mimeType.split('/')[1] ?? 'bin'}`;
  const call = {
    method: 'post',
    path: '/api/media/asset.json',
    body: new URLSearchParams({ filepath, mimetype: mimeType }),
    answer: Lease,
    timeoutSeconds,
  } as const;
  const answer = await reddit.call(account, call, io);
  if (answer.outcome !== 'answered') return failed(reddit.diagnose(answer, call, io));
  const { args, asset } = answer.body;
  const secure = new URL(serverOrigin(account, 'oauth.reddit.com')).protocol;
  return {
    status: 'pending',
    checkpoint: {
      id: asset.asset_id,
      url: args.action.startsWith('//') ? `${secure}${args.action}` : args.action,
      fields: args.fields.map(({ name, value }) => [name, value]),
    },
    notBefore: instant(io.clock.now()),
  };
}

async function sendFile(
  account: Account,
  { request, timeoutSeconds }: Step,
  { id, url, fields }: z.infer<typeof Checkpoint>,
  io: PlatformIo,
): Promise<StepResult> {
  if (!isTrustworthy(url, serverOrigin(account, 'oauth.reddit.com'))) {
    return refused(
      'The server wants the file at an address that is not safe',
      'See whether account.host is the server that you mean.',
    );
  }
  const file = UploadRequest.parse(request);
  const bytes = await openMediaBytes(file, io);
  if ('status' in bytes) return bytes;
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  form.append('file', new Blob([bytes], { type: file.mimeType }), 'file');
  const answer = await send(
    { method: 'post', url, body: form, answer: Nothing, timeoutSeconds },
    io,
  );
  if (answer.outcome !== 'answered') {
    return failed(reddit.diagnose(answer, { method: 'post', path: '/media' }, io));
  }
  const key = fields.find(([name]) => name === 'key')?.[1] ?? '';
  return done({ id, url: `${url}/${key}` }, `the store has the file as ${id}`);
}
