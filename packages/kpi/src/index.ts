/**
 * @module @affiche/kpi
 */
export {};
