import { seededRandom } from '@affiche/core';
import { weightedLength } from '@affiche/platforms/x';
import twitter from 'twitter-text';
import { type Claim, cpuMilliseconds } from './claim.ts';

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
  const ours = await cpuMilliseconds(() => repeat(posts, 20, weightedLength), { runs: 15 });
  const peer = await cpuMilliseconds(
    () => repeat(posts, 1, (post) => twitter.parseTweet(post).weightedLength),
    { runs: 15 },
  );
  const perPost = ours / 20;
  return [
    {
      claim: `counts ${count} posts of mixed scripts, links and emoji as X does, each equal to twitter-text`,
      ours: perPost,
      peer,
      peerName: 'twitter-text 3.1.0',
      unit: 'CPU ms',
      ratio: peer / perPost,
      goal: 'at least 10 times faster',
      met: peer / perPost >= 10,
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
