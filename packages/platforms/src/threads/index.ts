/**
 * Threads: containers, carousels, polls, threads, who may answer, counts and the inbox, and its way of
 * counting.
 *
 * @module @affiche/platforms/threads
 */
export { ThreadsFacts } from './facts.ts';
export { ThreadsOptions, type ThreadsSettings } from './settings.ts';
export { threadsLength } from './text-length.ts';
export { threads, type ThreadsPlatform } from './threads.ts';
