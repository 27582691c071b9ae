import type { Refusal } from '../http/refusal.ts';
import { graphError } from '../meta/graph-answers.ts';
import type { ProfileKind } from '../meta/profiles.ts';
import type { SandboxContext } from '../start-sandbox.ts';
import type { InstagramSandboxSettings } from './settings.ts';

/** What every part of the server works with. */
export type Instagram = SandboxContext<InstagramSandboxSettings>;

/** How Instagram writes its accounts and tokens. */
export const instagramProfiles: ProfileKind = {
  network: 'Instagram',
  idPrefix: '1784',
  tokenPrefix: 'IG',
  grant: 'ig',
};

/** A refusal with one of Instagram's own codes. */
export function refusal(code: number, subcode: number, message: string): Refusal {
  return graphError({ message, code, subcode });
}
