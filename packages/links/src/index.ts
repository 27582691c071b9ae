/**
 * @module @affiche/links
 */
export {};
