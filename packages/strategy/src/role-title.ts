import type { Language } from './language.ts';
import type { Role } from './role.ts';

/** A pattern over the folded title, in the order in which they are tried. */
type Alias = readonly [pattern: RegExp, role: Role];

const aliases: Readonly<Record<Language, readonly Alias[]>> = {
  fr: [
    // « gestionnaire de communautés » acts, « gestionnaire des réseaux sociaux » plans.
    [/\b(gestionnaire|animat\w+|moderat\w+) (de|des|d) ?communautes?\b/, 'community-manager'],
    [
      /\b(gestionnaire|responsable|charge|chef|directeur|directrice)e? (de |des |du )?(la )?(strategie )?(medias?|reseaux?) socia(l|ux)\b|\b(chef|cheffe|responsable|charge)e? (de (projet )?)?social media\b/,
      'social-media-manager',
    ],
    [/\b(redact(eur|rice)|concept(eur|rice)[ -]redact)/, 'copywriter'],
    [/\bdirect(eur|rice)s? artistique\b/, 'art-director'],
    [
      /\bdirect(eur|rice)s? (de (la )?)?clientele\b|\bdirect(eur|rice)s? des? comptes\b/,
      'account-director',
    ],
    [/\b(direct(eur|rice)s?|responsable) (du )?marketing\b/, 'marketing-director'],
    [
      /\b(direct(eur|rice)s?|responsable|charge)e? (de (la )?)?communication\b/,
      'communications-lead',
    ],
    [/\banalyste\b/, 'analyst'],
    [
      /\b(responsable|charge)e? (de |d )?(acquisition|publicite)\b|\btrafic manag/,
      'advertising-manager',
    ],
    [/\b(responsable|charge)e? (du )?(seo|referencement)\b/, 'search-manager'],
    [/\bjuriste\b|\bavocate?\b/, 'legal-counsel'],
    [/\bgerante?\b|\bclient\b/, 'client-approver'],
  ],
  en: [
    [/\bcommunity (manag|lead|moderat)/, 'community-manager'],
    [
      /\bsocial[ -]media (manag|lead|strateg|direct)|\bhead of social\b|\bsmm\b/,
      'social-media-manager',
    ],
    [/\bcopy ?writer\b/, 'copywriter'],
    [/\bart director\b/, 'art-director'],
    [/\baccount (director|manager)\b/, 'account-director'],
    [/\bmarketing director\b|\bhead of marketing\b|\bcmo\b/, 'marketing-director'],
    [
      /\bcommunications? (lead|director|manager|officer)\b|\bhead of communications?\b/,
      'communications-lead',
    ],
    [/\banalyst\b/, 'analyst'],
    [/\b(paid|ads|advertising|traffic) manag/, 'advertising-manager'],
    [/\bseo (manag|specialist|lead)/, 'search-manager'],
    [/\blegal\b|\blawyer\b/, 'legal-counsel'],
    [/\bclient\b|\bowner\b/, 'client-approver'],
  ],
};

/**
 * The role behind a job title, as contracts and advertisements word it. French titles are read in
 * English too, because the trade mixes both. `undefined` for a title nobody knows.
 *
 * ```ts
 * import { roleFromTitle } from '@affiche/strategy';
 *
 * roleFromTitle('Gestionnaire de communautés sur internet', 'fr'); // => 'community-manager'
 * roleFromTitle('responsable médias sociaux', 'fr'); // => 'social-media-manager'
 * ```
 */
export function roleFromTitle(title: string, language: Language): Role | undefined {
  const folded = title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[’']/g, ' ')
    .replaceAll(/·e|\(e\)/g, 'e');
  const order = language === 'fr' ? [...aliases.fr, ...aliases.en] : [...aliases.en, ...aliases.fr];
  return order.find(([pattern]) => pattern.test(folded))?.[1];
}
