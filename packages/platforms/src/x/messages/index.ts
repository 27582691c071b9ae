/**
 * Direct messages of X, apart from its posts: each one that is read or written is paid for.
 *
 * @module @affiche/platforms/x/messages
 */
export { xMessages, type XMessage, type XMessages } from './messages.ts';
