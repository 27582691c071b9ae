/** How the blog behaves; may be changed while it runs. */
export interface WordPressSandboxSettings {
  /** The largest file in bytes. */
  uploadBytes: number;
  /** The endings of files that it takes. */
  fileTypes: readonly string[];
  /** What the user may do. */
  role: 'administrator' | 'author' | 'contributor';
  /** Which share of readers' comments is held back until somebody approves it. */
  heldShare: number;
}

/**
 * WordPress as it is installed.
 *
 * @see {@link https://developer.wordpress.org/rest-api/ | WordPress: REST API} (2026-11-21)
 */
export const wordPressDefaults: WordPressSandboxSettings = {
  uploadBytes: 8_388_608,
  fileTypes: 'jpg jpeg png gif webp mp4 m4v mov webm ogv mp3 m4a ogg wav pdf doc docx xlsx'.split(
    ' ',
  ),
  role: 'administrator',
  heldShare: 0.25,
};
