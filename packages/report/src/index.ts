/**
 * @module @affiche/report
 */
export {};
