/**
 * Archives of networks that closed: the posts of Google+, as drafts and readings. Nothing is fetched.
 *
 * @module @affiche/platforms/takeout
 */
export type { TakeoutFile } from './archived-files.ts';
export {
  readGooglePlusTakeout,
  type TakeoutImport,
  type TakeoutOptions,
  type TakeoutPost,
} from './google-plus-takeout.ts';
