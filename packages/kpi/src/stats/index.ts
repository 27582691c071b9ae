/**
 * Statistics for KPIs.
 *
 * @module @affiche/kpi/stats
 */
export {};
