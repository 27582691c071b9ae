import type { Account, PlatformIo, Step, StepOutput } from '@affiche/core';
import { z } from 'zod';
import { callGraph, diagnoseGraph } from '../meta/graph.ts';
import { Nothing } from '../meta/wire.ts';
import { platformError } from '../step-result.ts';
import { facebookNetwork, pathOf, type Setup } from './api.ts';

const Film = z.object({ video: z.string() });

/** Deletes a post, a film, a story or a comment. Pictures that nothing shows stay out of sight. */
export async function undo(
  account: Account,
  step: Step,
  { id, data }: StepOutput,
  io: PlatformIo,
  setup: Setup,
): Promise<void> {
  if (step.visibility !== 'public' || id === undefined) return;
  await remove(account, Film.safeParse(data).data?.video ?? id, io, setup);
}

/** Deletes whatever has a number. What is gone is deleted already. */
export async function remove(
  account: Account,
  id: string,
  io: PlatformIo,
  { version }: Setup,
): Promise<void> {
  const call = {
    method: 'delete',
    path: pathOf(id),
    endpoint: '/:object',
    version,
    answer: Nothing,
    timeoutSeconds: 30,
  } as const;
  const answer = await callGraph(facebookNetwork, account, call, io);
  if (answer.outcome === 'answered') return;
  const diagnosis = diagnoseGraph(facebookNetwork, answer, call, io);
  if (diagnosis.failure.kind !== 'gone') throw platformError(diagnosis);
}

/** Changes what has a number, or something that belongs to it: a text, whether people see it, who likes it. */
export async function change(
  account: Account,
  [id, edge]: readonly [id: string, edge?: 'likes' | 'blocked'],
  form: Readonly<Record<string, string>>,
  io: PlatformIo,
  { version }: Setup,
): Promise<void> {
  const call = {
    method: 'post',
    path: pathOf(id, ...(edge === undefined ? [] : [edge])),
    endpoint: edge === undefined ? '/:object' : `/:object/${edge}`,
    form,
    version,
    answer: Nothing,
    timeoutSeconds: 30,
  } as const;
  const answer = await callGraph(facebookNetwork, account, call, io);
  if (answer.outcome === 'answered') return;
  throw platformError(diagnoseGraph(facebookNetwork, answer, call, io));
}
