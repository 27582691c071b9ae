import { RichText } from '@atproto/api';
import { type AnyPlatform, Draft, seededRandom } from '@affiche/core';
import { bluesky } from '@affiche/platforms/bluesky';
import { x } from '@affiche/platforms/x';
import twitter from 'twitter-text';
import { readPlatforms } from '../scripts/platform-matrix.ts';
import { type Claim, pairedCpuMilliseconds } from './claim.ts';

const pieces = [
  'The galette is back this Sunday, with butter from Isigny',
  'Größe und Café – déjà vu, 42 €',
  'Новинка сезона уже в продаже',
  '新しい靴が入荷しました',
  '#galette #épiphanie',
  'https://example.com/galette?utm_source=x&utm_medium=social',
  'example.com/menu',
  '👩‍🚀👍🏽 🇫🇷',
];
const count = 10_000;

/**
 * Preflight of drafts: text, picture, alternative text, links, options and account, with a finding for
 * everything. The peers are the networks' own libraries, which count and find links, and no more.
 */
export async function bench(): Promise<Claim[]> {
  const drafts = mixedDrafts();
  const texts = drafts.map(({ items }) => items[0]?.text ?? '');
  const platforms = (await readPlatforms()).map((platform) => ready(platform));
  const two = [ready(x()), ready(bluesky())];
  const peers = () => {
    for (const text of texts) {
      twitter.parseTweet(text);
      const rich = new RichText({ text });
      rich.detectFacetsWithoutResolution();
      sink += rich.graphemeLength;
    }
  };
  const peerName = 'twitter-text 3.1.0 and RichText of @atproto/api, counting alone';
  const same = await pairedCpuMilliseconds(() => preflight(drafts, two), peers, { runs: 5 });
  const all = await pairedCpuMilliseconds(() => preflight(drafts, platforms), peers, { runs: 1 });
  return [
    {
      claim: `checks ${count} drafts against X and Bluesky, each with all its findings`,
      ...same,
      peerName,
      unit: 'CPU ms',
      goal: 'faster than counting alone',
      met: same.ratio > 1,
    },
    {
      claim: `checks ${count} drafts against all ${platforms.length} networks`,
      ours: perSecond(all.ours),
      peer: perSecond(all.peer),
      ratio: all.ratio,
      peerName: `${peerName}, for two of them`,
      unit: 'drafts per CPU second',
      goal: 'at least 500 drafts per CPU second',
      met: perSecond(all.ours) >= 500,
    },
  ];
}

function perSecond(milliseconds: number): number {
  return (count / milliseconds) * 1000;
}

// Keeps the work from being optimised away.
let sink = 0;

// What no draft says by itself: TikTok wants a person to have agreed.
const consents: Readonly<Record<string, object>> = {
  tiktok: {
    consent: { musicUsage: true, brandedContent: false },
    disclosure: { ownBrand: false, brandedContent: false },
  },
};

type Check = (draft: Draft) => number;

function ready(platform: AnyPlatform): Check {
  const account = { platform: platform.id, id: 'bakery', host: 'example.com' };
  const options = platform.options.parse(consents[platform.id] ?? {});
  const facts = platform.defaultFacts;
  return (draft) => platform.check({ account, draft, options, facts }).length;
}

function preflight(drafts: readonly Draft[], checks: readonly Check[]): void {
  for (const draft of drafts) for (const check of checks) sink += check(draft);
}

function mixedDrafts(): Draft[] {
  const random = seededRandom('drafts');
  const media = {
    source: { url: 'https://example.com/galette.jpg' },
    kind: 'image',
    mimeType: 'image/jpeg',
    bytes: 200_000,
    width: 1080,
    height: 1080,
    alt: 'A galette.',
  };
  return Array.from({ length: count }, (_, index) => {
    const parts = Array.from(
      { length: 2 + Math.floor(random() * 5) },
      () => pieces[Math.floor(random() * pieces.length)],
    );
    const text = parts.join(' ');
    return Draft.parse({ id: `draft-${index}`, items: [{ text, media: [media] }] });
  });
}
