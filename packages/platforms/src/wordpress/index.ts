/**
 * A blog on WordPress: posts from Markdown or HTML, media, categories and tags, native scheduling,
 * and the comments of readers.
 *
 * @module @affiche/platforms/wordpress
 */
export { WordPressFacts } from './facts.ts';
export { WordPressOptions, type WordPressSettings } from './settings.ts';
export { wordpress, type WordPressPlatform } from './wordpress.ts';
