import {
  type Account,
  type Instant,
  type PlatformIo,
  type Reconciled,
  type Step,
  type StepProgress,
} from '@affiche/core';
import { cannotLook, lookupVerdict, type Unclear, unseen } from '../lookup-verdict.ts';
import { itemsSince } from '../newest-first.ts';
import { fillOutputs } from '../output-reference.ts';
import { sameWords } from '../same-words.ts';
import { callPinterest, diagnosePinterest } from './api.ts';
import { PinRequest } from './requests.ts';
import { pinUrl } from './run.ts';
import { type Pin, Pins } from './wire.ts';

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
  if (step.kind !== 'create-pin') return unseen;
  const { body } = PinRequest.parse(fillOutputs(step.request, outputs));
  const pins = await newestPins(account, body, armedAt, io);
  if ('status' in pins) return pins;
  const claimed = new Set(Object.values(outputs).map(({ id }) => id));
  const matches = pins.filter((pin) => !claimed.has(pin.id) && isSamePin(pin, body));
  return lookupVerdict(
    matches.map(({ id }) => ({ id, url: pinUrl(id) })),
    `the ${pins.length} newest pins of the board`,
  );
}

function newestPins(
  account: Account,
  { board_id: board, board_section_id: section }: PinRequest['body'],
  since: Instant,
  io: PlatformIo,
): Promise<Pin[] | Unclear> {
  const place = section === undefined ? '' : `/sections/${section}`;
  return itemsSince(
    async (bookmark: string | undefined) => {
      const call = {
        method: 'get',
        path: `/boards/${board}${place}/pins`,
        endpoint: `/boards/:board${section === undefined ? '' : '/sections/:section'}/pins`,
        search: { page_size: pageSize, bookmark },
        answer: Pins,
        timeoutSeconds: 15,
      } as const;
      const answer = await callPinterest(account, call, io);
      if (answer.outcome !== 'answered') return cannotLook(diagnosePinterest(answer, call, io));
      return { items: answer.body.items, next: answer.body.bookmark ?? undefined };
    },
    { since, madeAt: ({ created_at: at }) => at, mostPages, owner: 'the board' },
  );
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
