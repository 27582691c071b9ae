/**
 * Signing in to a network in the browser, from a program in a terminal: OAuth 2.0 with PKCE.
 *
 * @module @affiche/publish/oauth
 */
export {};
