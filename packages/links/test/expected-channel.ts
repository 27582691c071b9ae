import { knownSources } from '@affiche/links';

/** Google's published rules as a plain chain of questions: what the compiled rules are held against. */
export function expectedChannel(
  traffic: { readonly source: string; readonly medium: string; readonly campaign: string },
  rules: string,
): string {
  const source = traffic.source || '(direct)';
  const medium = traffic.medium || '(none)';
  const { campaign } = traffic;
  const is = (kind: keyof typeof knownSources) => knownSources[kind]?.includes(source) ?? false;
  const early = rules === 'ga4@2022-11';
  const paid = early ? /^(.*cp.*|ppc|paid.*)$/ : /^(.*cp.*|ppc|retargeting|paid.*)$/;
  const shop = /^(.*(([^a-df-z]|^)shop|shopping).*)$/.test(campaign);
  const mail = new Set(['email', 'e-mail', 'e_mail', 'e mail']);

  if (source === '(direct)' && ['(none)', '(not set)'].includes(medium)) return 'Direct';
  if (campaign.includes('cross-network')) return 'Cross-network';
  if ((is('shopping') || shop) && paid.test(medium)) return 'Paid Shopping';
  if (is('search') && paid.test(medium)) return 'Paid Search';
  if (is('social') && paid.test(medium)) return 'Paid Social';
  if (is('video') && paid.test(medium)) return 'Paid Video';
  if (['display', 'banner', 'expandable', 'interstitial', 'cpm'].includes(medium)) return 'Display';
  if (!early && paid.test(medium)) return 'Paid Other';
  if (rules === 'ga4@2026-05' && (medium === 'ai-assistant' || campaign === '(ai-assistant)')) {
    return 'AI Assistant';
  }
  if (is('shopping') || shop) return 'Organic Shopping';
  const social = [
    'social',
    'social-network',
    'social-media',
    'sm',
    'social network',
    'social media',
  ];
  if (is('social') || social.includes(medium)) return 'Organic Social';
  if (is('video') || medium.includes('video')) return 'Organic Video';
  if (is('search') || medium === 'organic') return 'Organic Search';
  if (!early && ['referral', 'app', 'link'].includes(medium)) return 'Referral';
  if (mail.has(source) || mail.has(medium)) return 'Email';
  if (medium === 'affiliate') return 'Affiliates';
  if (early && medium === 'referral') return 'Referral';
  if (medium === 'audio') return 'Audio';
  if (medium === 'sms' || (!early && source === 'sms')) return 'SMS';
  if (medium.endsWith('push') || /mobile|notification/.test(medium))
    return 'Mobile Push Notifications';
  if (!early && source === 'firebase') return 'Mobile Push Notifications';
  return 'Unassigned';
}
