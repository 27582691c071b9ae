import type { Composition, Finding } from '@affiche/core';
import type { TikTokFacts } from './facts.ts';
import type { TikTokOptions } from './settings.ts';

const source = {
  url: 'https://developers.tiktok.com/doc/content-sharing-guidelines',
  verifiedAt: '2026-11-21',
};

/** Whether what the law wants said is said to TikTok too, and allowed by it. */
export function checkDisclosure({
  draft,
  options,
}: Composition<TikTokOptions, TikTokFacts>): Finding[] {
  const { disclosure, consent, privacyLevel, mode } = options;
  const findings: Finding[] = [];
  const tell = (rule: string, path: string[], message: string, fix: string) => {
    findings.push({ rule: `tiktok/${rule}`, severity: 'error', path, message, fix, source });
  };
  if (disclosure.brandedContent && privacyLevel === 'SELF_ONLY' && mode === 'direct') {
    tell(
      'disclosure/private',
      ['privacyLevel'],
      'What a third party pays for cannot be private.',
      'Choose another privacy level.',
    );
  }
  if (disclosure.brandedContent && !consent.brandedContent) {
    tell(
      'consent/branded-content',
      ['consent', 'brandedContent'],
      'Nobody has agreed to TikTok’s Branded Content Policy.',
      'Show it to the person who posts, and set consent.brandedContent.',
    );
  }
  const { disclosure: said } = draft;
  const paid = said === 'partnership' || said === 'gift' || said === 'affiliate';
  const untold =
    (paid && !disclosure.brandedContent) ||
    (said === 'advertisement' && !disclosure.brandedContent && !disclosure.ownBrand);
  if (untold) {
    tell(
      'disclosure/contradicts',
      ['disclosure'],
      `The draft is a disclosed ${said}, and TikTok would be told otherwise.`,
      paid ? 'Set disclosure.brandedContent.' : 'Set disclosure.ownBrand or brandedContent.',
    );
  }
  if (said === 'automated' && !options.aiGenerated) {
    tell(
      'disclosure/machine',
      ['aiGenerated'],
      'A machine made the draft, and TikTok would not be told.',
      'Set options.aiGenerated.',
    );
  }
  return findings;
}
