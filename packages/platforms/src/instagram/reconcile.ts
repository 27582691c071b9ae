import {
  type Account,
  type Instant,
  type PlatformIo,
  type Reconciled,
  type Step,
  type StepProgress,
} from '@affiche/core';
import { unseen } from '../lookup-verdict.ts';
import { settlePublication } from '../meta/publication-verdict.ts';
import { fillOutputs } from '../output-reference.ts';
import { diagnoseInstagram, type Instagram } from './api.ts';
import { askContainer } from './container-status.ts';
import { findComment } from './own-comments.ts';
import { findMatches } from './own-media.ts';
import { CommentRequest, PublishRequest } from './requests.ts';

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
  return unseen;
}

interface PostSearch {
  readonly request: PublishRequest;
  readonly armedAt: Instant;
  readonly claimed: ReadonlySet<string | undefined>;
}

function findPost(
  account: Account,
  { request, armedAt, claimed }: PostSearch,
  io: PlatformIo,
  instagram: Instagram,
): Promise<Reconciled> {
  return settlePublication({
    async ask() {
      const { call, answer } = await askContainer(account, request.creation_id, io, instagram);
      if (answer.outcome === 'answered') return answer.body.status_code;
      return diagnoseInstagram(answer, call, io);
    },
    find: () => findMatches(account, request, armedAt, io, instagram),
    claimed,
    clock: io.clock,
  });
}
