import { type Clock, epochMilliseconds, type Instant } from '@affiche/core';

/** Remembers which deliveries came before; one of a database serves several processes. */
export interface SeenDeliveries {
  /**
   * Notes a delivery for as long as it could be played back; `false` when it was noted before. Two
   * that come at once must not both be told that they are first. Whoever may lose none stores a
   * delivery before answering 200.
   */
  remember(digest: string, until: Instant): Promise<boolean>;
}

/** A memory that lasts as long as the process. */
export function memorySeenDeliveries(clock: Clock): SeenDeliveries {
  const ends = new Map<string, number>();
  return {
    async remember(digest, until) {
      const now = clock.now();
      for (const [each, end] of ends) {
        if (end > now) break;
        ends.delete(each);
      }
      if (ends.has(digest)) return false;
      ends.set(digest, epochMilliseconds(until));
      return true;
    },
  };
}
