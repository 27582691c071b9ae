import type { MediaSource } from '@affiche/core';
import { publicAddress } from '../public-address.ts';
import type { TikTokSettings } from './settings.ts';

/** The address from which TikTok fetches a file, if there is one that it could reach. */
export function publicUrl(source: MediaSource, settings: TikTokSettings): string | undefined {
  const address = publicAddress(source, settings);
  return address !== undefined && /^https:/i.test(address) ? address : undefined;
}

/** Whether TikTok knows an address to be the application's own; `undefined` where nobody said. */
export function isVerified(address: string, { verifiedUrls }: TikTokSettings): boolean | undefined {
  return verifiedUrls?.some((start) => address.startsWith(start));
}
