import { ConfigurationError, type Random } from '@affiche/core';
import { type Fault, type FaultEffect, faultEffects } from './fault.ts';

/** A fault that struck, for a test to look at. */
export interface StruckFault {
  /** The request, as `POST com.atproto.repo.createRecord`. */
  readonly request: string;
  readonly effect: FaultEffect;
}

/** Faults that strike by chance, the same ones for the same seed and the same requests. */
export interface RandomFaults {
  /** The share of matching requests that are struck, from 0 to 1. */
  readonly rate: number;
  readonly effects: readonly FaultEffect[];
  /**
   * As in {@link Fault.on}.
   *
   * @defaultValue `POST *`
   */
  readonly on?: string;
}

/** What will go wrong, in what order, and what already did. */
export interface FaultPlan {
  /** Adds one; the first that matches a request strikes it. */
  add(fault: Fault): void;
  /** Replaces the faults that strike by chance; `undefined` ends them. */
  random(faults: RandomFaults | undefined): void;
  /** Takes back everything that has not struck yet. */
  clear(): void;
  /** What struck so far, oldest first. */
  readonly struck: readonly StruckFault[];
  /** How many requests the faults added one by one may still strike. */
  readonly left: number;
}

/** A fault plan with the side that the server draws from. */
export interface FaultDeck extends FaultPlan {
  /** The fault of a request, if any; drawing it uses it up. */
  draw(request: string): Fault | undefined;
}

interface Waiting {
  readonly fault: Fault;
  readonly pattern: RegExp;
  skip: number;
  left: number;
}

/** An empty fault plan. */
export function faultDeck(random: Random): FaultDeck {
  let waiting: Waiting[] = [];
  let chance: { readonly faults: RandomFaults; readonly pattern: RegExp } | undefined;
  const struck: StruckFault[] = [];

  function planned(request: string): Fault | undefined {
    for (const each of waiting) {
      if (!each.pattern.test(request)) continue;
      if (each.skip > 0) {
        each.skip -= 1;
        continue;
      }
      each.left -= 1;
      waiting = waiting.filter(({ left }) => left > 0);
      return each.fault;
    }
    return undefined;
  }

  function byChance(request: string): Fault | undefined {
    if (!chance?.pattern.test(request) || random() >= chance.faults.rate) return undefined;
    const { effects } = chance.faults;
    const effect = effects[Math.floor(random() * effects.length)];
    return effect === undefined ? undefined : { on: request, effect };
  }

  return {
    struck,
    get left() {
      return waiting.reduce((sum, { left }) => sum + left, 0);
    },
    add(fault) {
      check(fault.effect);
      const { times = 1, after = 0 } = fault;
      waiting.push({ fault, pattern: wildcard(fault.on), skip: after, left: times });
    },
    random(faults) {
      for (const effect of faults?.effects ?? []) check(effect);
      chance = faults && { faults, pattern: wildcard(faults.on ?? 'POST *') };
    },
    clear() {
      waiting = [];
      chance = undefined;
    },
    draw(request) {
      const fault = planned(request) ?? byChance(request);
      if (fault) struck.push({ request, effect: fault.effect });
      return fault;
    },
  };
}

function wildcard(text: string): RegExp {
  const parts = text.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}

// Plans are often written in plain JavaScript or JSON, where a typo would silently never strike.
function check(effect: string): void {
  if (faultEffects.some((known) => known === effect)) return;
  throw new ConfigurationError('unknown-fault', {
    message: `there is no fault effect ${JSON.stringify(effect)}`,
    hint: `Use one of: ${faultEffects.join(', ')}.`,
  });
}
