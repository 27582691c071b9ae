import type { SandboxContext } from '../start-sandbox.ts';
import type { ThreadsSettings } from './settings.ts';

/** What every part of the server works with. */
export type Threads = SandboxContext<ThreadsSettings>;
