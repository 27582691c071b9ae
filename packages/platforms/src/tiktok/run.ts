import type { Account, PlatformIo, Step, StepProgress } from '@affiche/core';
import { stepRunner } from '../step-runner.ts';
import { beginPull } from './pulls.ts';
import { beginUpload, sendVideo } from './uploads.ts';

/** Runs one step. */
export const run = stepRunner('tiktok', {
  'begin-upload': beginUpload,
  'send-video': (account: Account, step: Step, progress: StepProgress, io: PlatformIo) =>
    sendVideo(account, step, progress, io),
  'begin-pull': (account: Account, step: Step, progress: StepProgress, io: PlatformIo) =>
    beginPull(account, step, progress, io),
});
