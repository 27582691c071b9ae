/**
 * @module @affiche/strategy
 */
export {};
