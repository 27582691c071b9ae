import {
  type Account,
  type Instant,
  type PlatformIo,
  type Reconciled,
  type Step,
  type StepProgress,
} from '@affiche/core';
import { cannotLook, lookupVerdict, unseen } from '../lookup-verdict.ts';
import { fillOutputs } from '../output-reference.ts';
import { sameWords } from '../same-words.ts';
import { reddit } from './api.ts';
import { addressOf, isSamePost, ownThings } from './own-things.ts';
import { CommentRequest, EditRequest, SubmitRequest } from './requests.ts';
import { type Thing, Things } from './wire.ts';

/** Looks for a post or a comment among the account's newest, and at the words of one that was edited. */
export async function reconcile(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  armedAt: Instant,
  io: PlatformIo,
): Promise<Reconciled> {
  if (step.visibility === 'none') return unseen;
  const request = fillOutputs(step.request, outputs);
  if (step.kind === 'edit') return reconcileEdit(account, EditRequest.parse(request), io);
  const isComment = step.kind === 'comment';
  const list = isComment ? 'comments' : 'submitted';
  const things = await ownThings(account, list, armedAt, io);
  if ('status' in things) return things;
  const claimed = new Set(Object.values(outputs).map(({ id }) => id));
  const matches = things.filter(
    (thing) =>
      !claimed.has(thing.name) &&
      (isComment
        ? isSameComment(thing, CommentRequest.parse(request))
        : isSamePost(thing, SubmitRequest.parse(request))),
  );
  return lookupVerdict(
    matches.map((thing) => ({ id: thing.name, url: addressOf(thing) })),
    `the ${things.length} newest of the account`,
  );
}

function isSameComment(
  { parent_id: parent, body = '' }: Thing,
  request: { readonly parent: string; readonly text: string },
): boolean {
  return parent === request.parent && sameWords(body, request.text);
}

async function reconcileEdit(
  account: Account,
  { id, text }: { readonly id: string; readonly text: string },
  io: PlatformIo,
): Promise<Reconciled> {
  const call = {
    method: 'get',
    path: '/api/info',
    search: { id, raw_json: 1 },
    answer: Things,
    timeoutSeconds: 15,
  } as const;
  const answer = await reddit.call(account, call, io);
  if (answer.outcome !== 'answered') return cannotLook(reddit.diagnose(answer, call, io));
  const [thing] = answer.body.data.children;
  const words = thing?.data.body ?? thing?.data.selftext;
  if (words !== undefined && sameWords(words, text)) {
    const statement = `${id} says what it was to say`;
    return { status: 'applied', output: { id }, evidence: { statement } };
  }
  return { status: 'absent', evidence: { statement: `${id} says something else` } };
}
