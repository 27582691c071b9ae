/**
 * Pictures and films on their way to a network: what they are by content, where they may be read
 * from, and how they are made to fit.
 *
 * @module @affiche/publish/media
 */
export { fitImage, type FitImageOptions, type FittedImage } from './fit-image.ts';
export { keepMedia, type KeepMediaOptions } from './keep-media.ts';
export { mediaHash } from './media-hash.ts';
export { isPublicAddress } from './network-address.ts';
export { openMedia, type OpenMediaOptions } from './open-media.ts';
export { type ProbedMedia, probeMedia, type ProbeMediaOptions } from './probe-media.ts';
