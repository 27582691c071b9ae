import type {
  Account,
  Json,
  PlatformIo,
  Step,
  StepOutput,
  StepProgress,
  StepResult,
} from '@affiche/core';
import { fillOutputs } from '../output-reference.ts';
import { done, failed } from '../step-result.ts';
import { PutRequest } from './requests.ts';
import { PutRecord, type StrongReference } from './wire.ts';
import { diagnoseXrpc, xrpc } from './xrpc.ts';

/** Writes a record under the key that was chosen when the draft was compiled. */
export async function putRecord(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  io: PlatformIo,
): Promise<StepResult> {
  const { collection, rkey, record } = filled(step, outputs);
  const method = 'com.atproto.repo.putRecord';
  const answer = await xrpc(
    account,
    {
      method,
      json: {
        repo: repositoryOf(account, io),
        collection,
        rkey,
        validate: true,
        record,
        // Never over something else: the same record again changes nothing, another one is refused.
        swapRecord: null,
      },
      answer: PutRecord,
      timeoutSeconds: step.timeoutSeconds,
    },
    io,
  );
  if (answer.outcome !== 'answered') return failed(diagnoseXrpc(answer, method, io));
  const { uri, cid, commit } = answer.body;
  return done(
    outputOfRecord({ uri, cid }),
    commit
      ? `the server stored ${uri} in its revision ${commit.rev}`
      : `the server had ${uri} already, word for word`,
    { uri, cid },
  );
}

/** The request with its holes filled, and without the people whom nobody knows. */
export function filled(step: Step, outputs: StepProgress['outputs']): PutRequest {
  const request = PutRequest.parse(fillOutputs(step.request, outputs));
  return { ...request, record: withoutStrangers(request.record) };
}

/** What a record leaves behind for its answers and for insights. */
export function outputOfRecord({ uri, cid }: StrongReference): StepOutput {
  const [, , repository, collection, rkey] = uri.split('/');
  return {
    id: uri,
    // Who may answer is a record, too, but nothing that people could visit.
    ...(collection === 'app.bsky.feed.post' && {
      url: `https://bsky.app/profile/${repository}/post/${rkey}`,
    }),
    data: { post: { uri, cid } },
  };
}

/** The repository to write to. Only an identifier is safe: a handle can move to somebody else. */
export function repositoryOf({ id }: Account, { credentials }: PlatformIo): string {
  return id.startsWith('did:') ? id : (credentials['did'] ?? id);
}

function withoutStrangers(record: Json): Json {
  if (record === null || typeof record !== 'object' || Array.isArray(record)) return record;
  const { facets, ...rest } = record;
  if (!Array.isArray(facets)) return record;
  const known = facets.filter((facet) => !JSON.stringify(facet).includes('"did":null'));
  return known.length > 0 ? { ...record, facets: known } : rest;
}
