/**
 * @module @affiche/schedule
 */
export {};
