import {
  type Account,
  type Instant,
  instant,
  type PlatformIo,
  type Reconciled,
  type Step,
  type StepProgress,
} from '@affiche/core';
import { publicationVerdict, silentContainer } from '../meta/publication-verdict.ts';
import { fillOutputs } from '../output-reference.ts';
import { diagnoseInstagram, type Instagram } from './api.ts';
import { askContainer } from './container-status.ts';
import { findComment } from './own-comments.ts';
import { findMatches } from './own-media.ts';
import { CommentRequest, PublishRequest } from './requests.ts';

// Lists lag behind containers for a while.
const patienceSeconds = 60;

/** Looks for the effect of a step: the container first, and then what the account shows. */
export async function reconcile(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  armedAt: Instant,
  io: PlatformIo,
  instagram: Instagram,
): Promise<Reconciled> {
  const claimed = new Set(Object.values(outputs).map(({ id }) => id));
  if (step.kind === 'publish-container') {
    const request = PublishRequest.parse(fillOutputs(step.request, outputs));
    return findPost(account, { request, armedAt, claimed }, io, instagram);
  }
  if (step.kind === 'create-comment') {
    const request = CommentRequest.parse(fillOutputs(step.request, outputs));
    if (request.answers === 'post' || request.answers === 'comment') {
      return findComment(account, { request, armedAt, claimed }, io, instagram);
    }
    return {
      status: 'inconclusive',
      why: 'Instagram lists neither messages nor what was said under other people’s posts: somebody must look',
    };
  }
  return {
    status: 'absent',
    evidence: { statement: 'nobody sees this step, and it may be repeated' },
  };
}

interface PostSearch {
  readonly request: PublishRequest;
  readonly armedAt: Instant;
  readonly claimed: ReadonlySet<string | undefined>;
}

async function findPost(
  account: Account,
  { request, armedAt, claimed }: PostSearch,
  io: PlatformIo,
  instagram: Instagram,
): Promise<Reconciled> {
  const { call, answer } = await askContainer(account, request.creation_id, io, instagram);
  const status =
    answer.outcome === 'answered'
      ? answer.body.status_code
      : silentContainer(diagnoseInstagram(answer, call, io));
  if (typeof status !== 'string') return status;
  const found = await findMatches(account, request, armedAt, io, instagram);
  if ('status' in found) return found;
  return publicationVerdict(
    status,
    found.filter(({ id }) => !claimed.has(id)),
    instant(io.clock.now() + patienceSeconds * 1000),
  );
}
