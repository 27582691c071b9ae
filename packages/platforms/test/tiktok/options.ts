/** What a person chose and agreed to, for tests that are about something else. */
export const chosen = {
  privacyLevel: 'PUBLIC_TO_EVERYONE',
  consent: { musicUsage: true, brandedContent: false },
  disclosure: { ownBrand: false, brandedContent: false },
} as const;
