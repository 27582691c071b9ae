import type { PlainDate, Zone } from '@affiche/core';

/** What a new project is made from. */
export interface StarterAnswers {
  /** The name of the client, or of one's own company. */
  readonly name: string;
  readonly language: 'en' | 'fr';
  readonly zone: Zone;
  readonly accounts: readonly StarterAccount[];
  /** The day on which it begins. */
  readonly today: PlainDate;
}

/** An account of a new project. */
export interface StarterAccount {
  readonly platform: string;
  readonly handle: string;
}

/** The part of a name that fits into ids. */
export function slugOf(name: string): string {
  const letters = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return letters.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'project';
}
