import { type AnyPlatform, type Composition, Draft } from '@affiche/core';

const account: Readonly<Record<string, string>> = {
  bluesky: 'did:plc:ewvi7nxzyoun6zhxrhs64oiz',
  linkedin: 'urn:li:organization:5515715',
};

/** What no draft says by itself: a board, a person who agreed. */
const asked: Readonly<Record<string, object>> = {
  pinterest: { board: '1' },
  // A story shows no words.
  snapchat: { as: 'spotlight' },
  tiktok: {
    privacyLevel: 'PUBLIC_TO_EVERYONE',
    consent: { musicUsage: true, brandedContent: true },
    disclosure: { ownBrand: false, brandedContent: false },
  },
};

/** A draft on its way to whichever platform, with the options that it cannot do without. */
export function composeForAny(platform: AnyPlatform, draft: object): Composition<unknown, unknown> {
  return {
    account: { platform: platform.id, id: account[platform.id] ?? '1', host: 'example.com' },
    draft: Draft.parse({ id: 'draft', ...draft }),
    options: platform.options.parse(asked[platform.id] ?? {}),
    facts: platform.defaultFacts,
  };
}
