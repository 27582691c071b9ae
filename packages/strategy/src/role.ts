import { z } from 'zod';

/**
 * What somebody does in the team. The social media manager plans and approves; the community manager
 * publishes and replies.
 */
export const Role = z.enum([
  'social-media-manager',
  'community-manager',
  'copywriter',
  'art-director',
  'account-director',
  'client-approver',
  'marketing-director',
  'communications-lead',
  'analyst',
  'advertising-manager',
  'search-manager',
  'legal-counsel',
]);
/** What somebody does in the team. */
export type Role = z.infer<typeof Role>;

/** Where work is handed over to, outside the team. */
export const Department = z.enum([
  'marketing',
  'communication',
  'customer-service',
  'sales',
  'product',
  'search',
  'data',
  'development',
  'legal',
  'human-resources',
]);
/** Where work is handed over to, outside the team. */
export type Department = z.infer<typeof Department>;
