import type { Finding, Publication } from '@affiche/core';
import type { PublicationState } from '../outbox/entry.ts';
import { sharedAccount } from './plan-findings.ts';

/** Whose each account is: a client's, or the agency's own. */
export interface AccountOwners {
  /** Remembers whose a publication is that stays, unless it is over. */
  know(account: string, publication: Publication, state: PublicationState): void;
  /** Remembers one of the plan, and tells if the account is somebody else's. */
  find(account: string, publication: Publication): Finding[];
}

/**
 * An account belongs to one client at a time. What is over binds nobody, so that an account can change
 * hands. A publication without a client is the agency's own, and does not go together with a client's
 * either: no pause and no limit of that client would hold for it, and the client's log would not tell
 * of it.
 */
export function accountOwners(): AccountOwners {
  // By account: of each owner, one publication to name.
  const owners = new Map<string, Map<string, string>>();
  const ownersOf = (account: string) => {
    const known = owners.get(account) ?? new Map<string, string>();
    owners.set(account, known);
    return known;
  };
  return {
    know(account, { id, account: { client = '' } }, state) {
      if (open.has(state)) ownersOf(account).set(client, id);
    },
    find(account, { id, account: { client = '' } }) {
      const known = ownersOf(account);
      const other = [...known].find(([owner]) => owner !== client);
      if (other) return [sharedAccount(account, client, { client: other[0], id: other[1] })];
      known.set(client, id);
      return [];
    },
  };
}

const open: ReadonlySet<PublicationState> = new Set([
  'planned',
  'publishing',
  'rolling-back',
  'parked',
]);
