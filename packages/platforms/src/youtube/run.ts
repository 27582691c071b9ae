import { stepRunner, type StepRunner } from '../step-runner.ts';
import { addToPlaylist, insertCaption, insertComment, setThumbnail } from './extras.ts';
import { awaitProcessing } from './processing.ts';
import { startSession } from './sessions.ts';
import { sendVideo } from './uploads.ts';

type Runner = StepRunner<[chunkBytes: number]>;

const alone =
  (run: StepRunner): Runner =>
  (account, step, progress, io) =>
    run(account, step, progress, io);

/** Runs one step. */
export const run: Runner = stepRunner('youtube', {
  'start-session': alone(startSession),
  'send-video': sendVideo,
  'await-processing': alone(awaitProcessing),
  'set-thumbnail': alone(setThumbnail),
  'insert-caption': alone(insertCaption),
  'add-to-playlist': alone(addToPlaylist),
  'insert-comment': alone(insertComment),
});
