import type { Failure, Finding, Instant } from '@affiche/core';

/** What happened to a publication or an account, as it happens. */
export type PublishEvent =
  | (PublicationEvent & {
      readonly kind: 'sending';
      readonly step: string;
      readonly attempt: number;
    })
  | (PublicationEvent & { readonly kind: 'step-done'; readonly step: string })
  | (PublicationEvent & { readonly kind: 'published'; readonly url?: string })
  | (PublicationEvent & { readonly kind: 'waiting'; readonly until: Instant; readonly why: string })
  | (PublicationEvent & { readonly kind: 'refused'; readonly failure: Failure })
  | (PublicationEvent & { readonly kind: 'in-doubt'; readonly failure: Failure })
  | (PublicationEvent & {
      readonly kind: 'failed' | 'stopped' | 'rolled-back' | 'parked' | 'missed';
      readonly why: string;
      readonly findings?: readonly Finding[];
    })
  | {
      readonly kind: 'account-paused';
      readonly at: Instant;
      readonly account: string;
      readonly why: string;
    };

interface PublicationEvent {
  readonly at: Instant;
  readonly publication: string;
  readonly account: string;
}
