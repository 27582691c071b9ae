import type { Composition, Finding } from '@affiche/core';
import type { TikTokFacts } from './facts.ts';
import type { TikTokOptions, TikTokSettings } from './settings.ts';

const source = {
  url: 'https://developers.tiktok.com/doc/content-sharing-guidelines',
  verifiedAt: '2026-11-21',
};

type TikTok = Composition<TikTokOptions, TikTokFacts>;

/** Who may see the post, and what they may do with it: by what a person chose and the creator has. */
export function checkAudience({ options, facts }: TikTok, settings: TikTokSettings): Finding[] {
  // In the app the creator chooses all this.
  if (options.mode === 'inbox') return [];
  return [...checkPrivacy(options, facts, settings), ...checkInteractions(options, facts)];
}

function checkPrivacy(
  { privacyLevel: level }: TikTokOptions,
  { privacyLevels }: TikTokFacts,
  { audited = false }: TikTokSettings,
): Finding[] {
  const path = ['privacyLevel'];
  if (level === undefined) {
    const among = privacyLevels ? `, among ${privacyLevels.join(', ')}` : '';
    return [
      {
        rule: 'tiktok/privacy/not-chosen',
        severity: 'error',
        path,
        message: 'TikTok wants a person to choose who may see the post, and nobody did.',
        fix: `Set options.privacyLevel${among}.`,
        source,
      },
    ];
  }
  const findings: Finding[] = [];
  if (!audited && level !== 'SELF_ONLY') {
    findings.push({
      rule: 'tiktok/access/unaudited',
      severity: 'error',
      path,
      message:
        'TikTok has not audited the application: what it posts is for the creator alone, the account must be private, and five creators may use it in 24 hours.',
      measured: level,
      limit: 'SELF_ONLY',
      fix: 'Choose SELF_ONLY, or apply for the audit and then set `audited` of the adapter.',
      source,
    });
  }
  if (privacyLevels && !privacyLevels.includes(level)) {
    findings.push({
      rule: 'tiktok/privacy/not-offered',
      severity: 'error',
      path,
      message: `This creator cannot post as ${level}.`,
      measured: level,
      limit: privacyLevels.join(', '),
      fix: `Choose among ${privacyLevels.join(', ')}.`,
      source,
    });
  }
  return findings;
}

function checkInteractions(options: TikTokOptions, facts: TikTokFacts): Finding[] {
  const wishes = [
    ['comments', options.allowComments, facts.commentsOff, 'allowComments'],
    ['duets', options.allowDuets, facts.duetsOff, 'allowDuets'],
    ['stitches', options.allowStitches, facts.stitchesOff, 'allowStitches'],
  ] as const;
  return wishes.flatMap(([what, wanted, off, option]): Finding[] =>
    wanted && off
      ? [
          {
            rule: `tiktok/${what}/off`,
            severity: 'warning',
            path: [option],
            message: `The creator has turned ${what} off, so that the post will have none.`,
            fix: 'Turn them on in the app, or leave the option out.',
          },
        ]
      : [],
  );
}
