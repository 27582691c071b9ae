import type { ProfileKind } from '../meta/profiles.ts';
import type { SandboxContext } from '../start-sandbox.ts';
import type { ThreadsSettings } from './settings.ts';

/** What every part of the server works with. */
export type Threads = SandboxContext<ThreadsSettings>;

/** How Threads writes its profiles and tokens. */
export const threadsProfiles: ProfileKind = {
  network: 'Threads',
  idPrefix: '25',
  tokenPrefix: 'TH',
  grant: 'th',
};
