/**
 * Archives of networks that closed: the posts of Google+, as drafts and readings. Nothing is fetched.
 *
 * @module @affiche/platforms/takeout
 */
export {
  readGooglePlusTakeout,
  type TakeoutFile,
  type TakeoutImport,
  type TakeoutOptions,
  type TakeoutPost,
} from './google-plus-takeout.ts';
