import { channelGrouper, type Traffic } from '@affiche/links';
import { seededRandom } from '@affiche/core';
import { type Claim, cpuMilliseconds } from './claim.ts';

const rows = 2_000_000;

/** Channel grouping against the plain way of writing it: the rules as a chain of regular expressions per row. */
export async function bench(): Promise<Claim[]> {
  const traffic = visits();
  const group = channelGrouper();
  const ours = await cpuMilliseconds(() => count(traffic, group), { runs: 3 });
  const peer = await cpuMilliseconds(() => count(traffic, channelByChain), { runs: 3 });
  return [
    {
      claim: 'groups two million visits with 20,000 campaigns into channels',
      ours: perSecond(ours),
      peer: perSecond(peer),
      peerName: 'a chain of regular expressions',
      unit: 'rows per CPU second',
      ratio: peer / ours,
      goal: 'at least 2,000,000 rows per CPU second',
      met: perSecond(ours) >= 2_000_000,
    },
  ];
}

function perSecond(milliseconds: number): number {
  return (rows / milliseconds) * 1000;
}

function visits(): Traffic[] {
  const random = seededRandom('visits');
  const pick = (values: readonly string[]) => values[Math.floor(random() * values.length)] ?? '';
  const sources = [
    'google',
    'facebook',
    'newsletter',
    'x.com',
    'youtube.com',
    'amazon',
    '(direct)',
  ];
  const mediums = [
    'organic',
    'cpc',
    'email',
    'referral',
    'social',
    'paid-social',
    'display',
    '(none)',
  ];
  const campaigns = Array.from({ length: 20_000 }, (_, index) => `campaign-${index}-shop`);
  return Array.from({ length: rows }, () => ({
    source: random() < 0.1 ? `site-${Math.floor(random() * 5000)}.example` : pick(sources),
    medium: pick(mediums),
    campaign: pick(campaigns),
  }));
}

function count(
  traffic: readonly Traffic[],
  group: (visit: Traffic) => string,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const visit of traffic) {
    const channel = group(visit);
    counts.set(channel, (counts.get(channel) ?? 0) + 1);
  }
  return counts;
}

const paid = /^(.*cp.*|ppc|retargeting|paid.*)$/i;
const shop = /^(.*(([^a-df-z]|^)shop|shopping).*)$/i;
const shopping = /^(amazon|ebay|etsy|alibaba|walmart)(\.com)?$/i;
const search = /^(google|bing|duckduckgo|yahoo|qwant|baidu|yandex)(\.com)?$/i;
const social = /^(facebook|instagram|twitter|linkedin|pinterest|reddit|tiktok|t\.co)(\.com)?$/i;
const video = /^(youtube|vimeo|dailymotion|twitch)(\.com|\.tv)?$/i;

function channelByChain({ source, medium, campaign }: Traffic): string {
  const [from, by, why] = [source ?? '', medium ?? '', campaign ?? ''];
  if (/^\(direct\)$/i.test(from) && /^\((none|not set)\)$/i.test(by)) return 'Direct';
  if (/cross-network/i.test(why)) return 'Cross-network';
  if ((shopping.test(from) || shop.test(why)) && paid.test(by)) return 'Paid Shopping';
  if (search.test(from) && paid.test(by)) return 'Paid Search';
  if (social.test(from) && paid.test(by)) return 'Paid Social';
  if (video.test(from) && paid.test(by)) return 'Paid Video';
  if (/^(display|banner|expandable|interstitial|cpm)$/i.test(by)) return 'Display';
  if (paid.test(by)) return 'Paid Other';
  if (/^ai-assistant$/i.test(by)) return 'AI Assistant';
  if (shopping.test(from) || shop.test(why)) return 'Organic Shopping';
  if (social.test(from) || /^(social|social[ -](network|media)|sm)$/i.test(by))
    return 'Organic Social';
  if (video.test(from) || /video/i.test(by)) return 'Organic Video';
  if (search.test(from) || /^organic$/i.test(by)) return 'Organic Search';
  if (/^(referral|app|link)$/i.test(by)) return 'Referral';
  if (/^e[-_ ]?mail$/i.test(from) || /^e[-_ ]?mail$/i.test(by)) return 'Email';
  if (/^affiliate$/i.test(by)) return 'Affiliates';
  if (/^audio$/i.test(by)) return 'Audio';
  if (/^sms$/i.test(from) || /^sms$/i.test(by)) return 'SMS';
  if (/push$|mobile|notification/i.test(by)) return 'Mobile Push Notifications';
  return 'Unassigned';
}
