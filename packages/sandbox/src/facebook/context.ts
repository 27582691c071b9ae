import type { SandboxContext } from '../start-sandbox.ts';
import type { FacebookSettings } from './settings.ts';

/** What every part of the server works with. */
export type Facebook = SandboxContext<FacebookSettings>;
