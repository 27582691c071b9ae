import type { StepResult } from '@affiche/core';
import { send } from '../http.ts';
import { isLoopback, isTrustworthy, serverOrigin } from '../origin.ts';
import { done, failed, refused } from '../step-result.ts';
import { diagnoseLinkedIn } from './api.ts';
import { awaitFile } from './upload-status.ts';
import { later, type Sending, type UploadCheckpoint } from './upload-state.ts';
import { Nothing } from './wire.ts';

/** Sends the next part to where the server wants it. */
export async function sendPart(
  at: UploadCheckpoint,
  bytes: Uint8Array<ArrayBuffer>,
  mimeType: string,
  sending: Sending,
): Promise<StepResult> {
  const { account, io, timeoutSeconds } = sending;
  const part = at.parts[at.tags.length];
  if (!part) return done({ id: at.urn }, 'the file was sent');
  if (!isTrustworthy(part.url, serverOrigin(account, 'api.linkedin.com'))) {
    return refused(
      'The server wants the file at an address that is not safe',
      'See whether account.host is the server that you mean.',
    );
  }
  const answer = await send(
    {
      method: 'put',
      url: part.url,
      headers: {
        'content-type': at.kind === 'video' ? 'application/octet-stream' : mimeType,
        ...(ownHost(part.url) && {
          authorization: `Bearer ${io.credentials['accessToken'] ?? ''}`,
        }),
      },
      body: bytes.slice(part.first, part.last + 1),
      answer: Nothing,
      timeoutSeconds,
    },
    io,
  );
  if (answer.outcome !== 'answered') {
    return failed(diagnoseLinkedIn(answer, { method: 'put', path: '/dms-uploads/:id' }, io));
  }
  const tags = [...at.tags, answer.headers.get('etag') ?? ''];
  const next = { ...at, tags };
  if (tags.length < at.parts.length) return later(next, 0, io);
  // Asking is no change, so that a file which is ready at once needs no further turn.
  if (at.kind !== 'video') return awaitFile(next, sending);
  return later({ ...next, phase: 'finish' }, 0, io);
}

/** Whether the token may be shown to the host of an address that an answer named. */
function ownHost(url: string): boolean {
  const { hostname } = new URL(url);
  return isLoopback(hostname) || /(?:^|\.)linkedin\.com$/.test(hostname);
}
