/**
 * What posts of X and their films achieved between two moments, in more detail than everybody sees.
 *
 * @module @affiche/platforms/x/analytics
 */
export { xAnalytics, type XAnalytics, type XAnalyticsWindow } from './analytics.ts';
