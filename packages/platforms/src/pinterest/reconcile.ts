import {
  type Account,
  epochMilliseconds,
  type Instant,
  type PlatformIo,
  type Reconciled,
  type Step,
  type StepProgress,
} from '@affiche/core';
import { fillOutputs } from '../output-reference.ts';
import { sameWords } from '../same-words.ts';
import { platformError } from '../step-result.ts';
import { callPinterest, diagnosePinterest } from './api.ts';
import { PinRequest } from './requests.ts';
import { pinUrl } from './run.ts';
import { type Pin, Pins } from './wire.ts';

// How far two honest clocks may be apart.
const skewSeconds = 120;
const pageSize = 250;
const mostPages = 4;

/** Looks for a pin among the newest of its board: by its link, its words, and its age. */
export async function reconcile(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  armedAt: Instant,
  io: PlatformIo,
): Promise<Reconciled> {
  if (step.kind !== 'create-pin') {
    const statement = 'nobody sees an upload, and another may be made';
    return { status: 'absent', evidence: { statement } };
  }
  const { body } = PinRequest.parse(fillOutputs(step.request, outputs));
  const since = epochMilliseconds(armedAt) - skewSeconds * 1000;
  const young = await pinsSince(account, body, since, io);
  if ('status' in young) return young;
  const claimed = new Set(Object.values(outputs).map(({ id }) => id));
  const matches = young.filter((pin) => !claimed.has(pin.id) && isSamePin(pin, body));
  const [match] = matches;
  if (matches.length > 1) {
    const ids = matches.map(({ id }) => id).join(', ');
    return { status: 'inconclusive', why: `${matches.length} pins say the same: ${ids}` };
  }
  if (!match) {
    const statement = `none of the ${young.length} newest pins of the board says the same`;
    return { status: 'absent', evidence: { statement } };
  }
  const { id } = match;
  const evidence = { statement: `the pin ${id} says the same` };
  return { status: 'applied', output: { id, url: pinUrl(id) }, evidence };
}

async function pinsSince(
  account: Account,
  { board_id: board, board_section_id: section }: PinRequest['body'],
  since: number,
  io: PlatformIo,
): Promise<Pin[] | Reconciled> {
  const place = section === undefined ? '' : `/sections/${section}`;
  const found: Pin[] = [];
  let bookmark: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const call = {
      method: 'get',
      path: `/boards/${board}${place}/pins`,
      endpoint: `/boards/:board${section === undefined ? '' : '/sections/:section'}/pins`,
      search: { page_size: pageSize, bookmark },
      answer: Pins,
      timeoutSeconds: 15,
    } as const;
    const answer = await callPinterest(account, call, io);
    if (answer.outcome !== 'answered') {
      const diagnosis = diagnosePinterest(answer, call, io);
      if (diagnosis.failure.kind === 'auth-expired') throw platformError(diagnosis);
      const { message, retryAt } = diagnosis.failure;
      return { status: 'inconclusive', why: message, ...(retryAt && { retryAt }) };
    }
    const { items } = answer.body;
    // A pin that does not say when it was made may be young.
    const young = items.filter(
      ({ created_at: at }) => at === undefined || epochMilliseconds(at) >= since,
    );
    found.push(...young);
    bookmark = answer.body.bookmark ?? undefined;
    if (bookmark === undefined || young.length === 0) return found;
  }
  return { status: 'inconclusive', why: 'the board has too many new pins to look through' };
}

function isSamePin(pin: Pin, body: PinRequest['body']): boolean {
  return (
    sameAddress(pin.link ?? '', body.link ?? '') &&
    sameWords(pin.title ?? '', body.title ?? '') &&
    sameWords(pin.description ?? '', body.description ?? '') &&
    sameWords(pin.alt_text ?? '', body.alt_text ?? '')
  );
}

function sameAddress(one: string, other: string): boolean {
  return (URL.parse(one)?.href ?? one) === (URL.parse(other)?.href ?? other);
}
