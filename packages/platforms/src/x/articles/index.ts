/**
 * Articles of X: long texts with a title, headings, lists and links, for accounts with Premium.
 *
 * @module @affiche/platforms/x/articles
 */
export { xArticles, type XArticle, type XArticles } from './articles.ts';
