import type { Person } from '../people.ts';
import type { Pinterest } from './context.ts';
import { audiencePin, pinsOf } from './pins.ts';

/** How many follow an account now: those from the start, and those won by pins. */
export function followersNow(pinterest: Pinterest, { id, followers }: Person): number {
  const { audience, clock } = pinterest;
  return pinsOf(pinterest, id).reduce(
    (sum, pin) => sum + audience.count(audiencePin(pin), 'follow', clock.now()),
    followers,
  );
}
