import { channel } from 'node:diagnostics_channel';
import type { PublishEvent } from './events.ts';

/**
 * The name of the diagnostics channel on which every {@link PublishEvent} appears, whichever publisher
 * of this process it comes from.
 *
 * ```ts
 * import { subscribe } from 'node:diagnostics_channel';
 * import { publishChannel } from '@affiche/publish';
 *
 * subscribe(publishChannel, (event) => void event);
 * publishChannel; // => 'affiche:publish'
 * ```
 */
export const publishChannel = 'affiche:publish';

const events = channel(publishChannel);

/** Whether anybody in this process listens. */
export function isAnybodyListening(): boolean {
  return events.hasSubscribers;
}

/** Tells whoever listens in this process. */
export function announce(event: PublishEvent): void {
  if (events.hasSubscribers) events.publish(event);
}
