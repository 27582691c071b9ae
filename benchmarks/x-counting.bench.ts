import { seededRandom } from '@affiche/core';
import { weightedLength } from '@affiche/platforms/x';
import twitter from 'twitter-text';
import { type Claim, pairedCpuMilliseconds } from './claim.ts';

const pieces = [
  'The galette is back this Sunday',
  'Größe und Café – déjà vu, 42 €',
  'Новинка сезона уже в продаже',
  'العرض ينتهي يوم الأحد',
  '新しい靴が入荷しました',
  '새로운 메뉴가 나왔어요',
  '#galette #épiphanie',
  '@bakery @camille_17',
  'https://example.com/galette?utm_source=x&utm_medium=social',
  'example.com/menu',
  'Paris. Lyon. Lille',
  '👩‍🚀👍🏽',
  '🇫🇷 🎉 ❤️',
  '$ACME 12.50, 3.5 %',
];
const count = 4000;

/** X's way of counting against the library that X published, on posts in many scripts. */
export async function bench(): Promise<Claim[]> {
  const posts = mixedPosts();
  for (const post of posts) {
    const expected = twitter.parseTweet(post).weightedLength;
    if (weightedLength(post) !== expected) throw new Error(`counted differently: ${post}`);
  }
  const rounds = 10;
  const { ours, peer, ratio } = await pairedCpuMilliseconds(
    () => repeat(posts, rounds, weightedLength),
    () => repeat(posts, 1, (post) => twitter.parseTweet(post).weightedLength),
  );
  return [
    {
      claim: `counts ${count} posts of mixed scripts, links and emoji as X does, each equal to twitter-text`,
      ours: ours / rounds,
      peer,
      peerName: 'twitter-text 3.1.0',
      unit: 'CPU ms',
      ratio: ratio * rounds,
      goal: 'at least 10 times faster',
      met: ratio * rounds >= 10,
    },
  ];
}

function repeat(posts: readonly string[], times: number, count: (post: string) => number): number {
  let sum = 0;
  for (let round = 0; round < times; round += 1) for (const post of posts) sum += count(post);
  return sum;
}

function mixedPosts(): string[] {
  const random = seededRandom('posts');
  return Array.from({ length: count }, () =>
    Array.from(
      { length: 2 + Math.floor(random() * 6) },
      () => pieces[Math.floor(random() * pieces.length)],
    ).join(' '),
  );
}
