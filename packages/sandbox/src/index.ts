/**
 * @module @affiche/sandbox
 */
export {};
