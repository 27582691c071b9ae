import type { PlainDate } from '@affiche/core';
import type { SourceId } from './sources.ts';

/** A day on which a platform began to count a fact differently; series do not run across it. */
export interface Era {
  readonly platform: string;
  readonly fact: string;
  /** The first day of the new way of counting. */
  readonly from: PlainDate;
  readonly change: string;
  readonly source: SourceId;
}

/** The breaks in platforms' definitions that are known; pass your own list to add or correct. */
export const eras: readonly Era[] = [
  {
    platform: 'instagram',
    fact: 'impressions',
    from: '2025-04-21',
    change: 'impressions and plays gave way to views',
    source: 'instagram',
  },
  {
    platform: 'instagram',
    fact: 'views',
    from: '2025-04-21',
    change: 'views count every display and replay',
    source: 'instagram',
  },
  {
    platform: 'facebook',
    fact: 'impressions',
    from: '2025-11-15',
    change: 'page and post impressions gave way to media views',
    source: 'facebookRetired',
  },
  {
    platform: 'facebook',
    fact: 'followers',
    from: '2025-11-15',
    change: 'page fans gave way to page follows',
    source: 'facebookRetired',
  },
  {
    platform: 'facebook',
    fact: 'reach',
    from: '2026-06-15',
    change: 'unique impressions gave way to unique media views',
    source: 'facebookRetired',
  },
];
