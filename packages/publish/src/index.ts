/**
 * @module @affiche/publish
 */
export {};
