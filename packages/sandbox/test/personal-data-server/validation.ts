import { signUp } from './accounts.ts';
import type { Conversation } from './conversation.ts';

const collection = 'app.bsky.feed.post';
const hello = { $type: collection, text: 'hello', createdAt: '2026-11-21T20:06:42.426Z' };
const slice = { byteStart: 0, byteEnd: 3 };
const recordCid = 'bafyreibm6jg3ux5qumhcn2b3flc3tyu6dmlb4xa7u5bf44yegnrjhc4yeq';
const picture = {
  $type: 'blob',
  ref: { $link: 'bafkreibm6jg3ux5qumhcn2b3flc3tyu6dmlb4xa7u5bf44yegnrjhc4yeq' },
  mimeType: 'image/png',
  size: 10,
};
const feature = (type: string, fields: object) => ({
  facets: [{ index: slice, features: [{ $type: `app.bsky.richtext.facet#${type}`, ...fields }] }],
});
const images = (...list: readonly object[]) => ({
  embed: { $type: 'app.bsky.embed.images', images: list },
});
const external = (fields: object) => ({
  embed: { $type: 'app.bsky.embed.external', external: fields },
});

/** Posts with one thing special, most of it wrong. */
const specialPosts: Readonly<Record<string, object>> = {
  'nothing special': {},
  'a text of 300 graphemes': { text: '👍🏽'.repeat(300) },
  'a text of 301 graphemes': { text: 'a'.repeat(301) },
  'a text of 7,500 bytes': { text: '👨‍👩‍👧‍👦'.repeat(300) },
  'an empty text': { text: '' },
  'no text': { text: undefined },
  'a number for a text': { text: 5 },
  'no time': { createdAt: undefined },
  'a time in words': { createdAt: 'yesterday' },
  'a date for a time': { createdAt: '2026-01-01' },
  'a time without a zone': { createdAt: '2026-01-01T00:00:00' },
  'a time with an offset': { createdAt: '2026-01-01T00:00:00+05:30' },
  'a time with an unknown offset': { createdAt: '2026-01-01T00:00:00-00:00' },
  'four languages': { langs: ['en', 'fr', 'de', 'it'] },
  'a language in words': { langs: ['english!'] },
  'a language with a region': { langs: ['pt-BR'] },
  'a language for languages': { langs: 'fr' },
  'nine tags': { tags: 'abcdefghi'.split('') },
  'a long tag': { tags: ['a'.repeat(65)] },
  'a link': feature('link', { uri: 'https://example.com' }),
  'a link to nowhere': feature('link', { uri: 'no uri' }),
  'a mention': feature('mention', { did: 'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa' }),
  'a mention of a handle': feature('mention', { did: 'nope' }),
  'a tag facet that is long': feature('tag', { tag: 'a'.repeat(65) }),
  'an unknown facet': feature('magic', {}),
  'a facet without a place': { facets: [{ features: [] }] },
  'a facet before the start': { facets: [{ index: { byteStart: -1, byteEnd: 3 }, features: [] }] },
  'a facet at half a byte': { facets: [{ index: { byteStart: 0.5, byteEnd: 3 }, features: [] }] },
  'a facet without a type': {
    facets: [{ index: slice, features: [{ uri: 'https://a.example' }] }],
  },
  'a facet beyond the end': { facets: [{ index: { byteStart: 0, byteEnd: 999 }, features: [] }] },
  'an unknown embed': { embed: { $type: 'com.example.thing', x: 1 } },
  'an embed without a type': { embed: { external: {} } },
  'a card': external({ uri: 'https://example.com', title: '', description: '' }),
  'a card without a title': external({ uri: 'https://example.com' }),
  'a card with an unknown picture': external({
    uri: 'https://e.com',
    title: '',
    description: '',
    thumb: picture,
  }),
  'a card with a picture of 1.5 MB': external({
    uri: 'https://e.com',
    title: '',
    description: '',
    thumb: { ...picture, size: 1_500_000 },
  }),
  'an unknown picture': images({ alt: '', image: picture }),
  'five pictures': images(...Array.from({ length: 5 }, () => ({ alt: '', image: picture }))),
  'a picture without an alternative': images({ image: picture }),
  'a picture of 3 MB': images({ alt: '', image: { ...picture, size: 3_000_000 } }),
  'a text for a picture': images({ alt: '', image: { ...picture, mimeType: 'text/plain' } }),
  'a name for a picture': images({ alt: '', image: 'photo.png' }),
  'a picture without a width': images({
    alt: '',
    image: picture,
    aspectRatio: { width: 0, height: 1 },
  }),
  'a quote': {
    embed: {
      $type: 'app.bsky.embed.record',
      record: { uri: 'at://a.example/app.bsky.feed.post/x', cid: recordCid },
    },
  },
  'a quote of nothing': { embed: { $type: 'app.bsky.embed.record', record: {} } },
  'a reply to nothing': { reply: { root: { uri: 'x', cid: 'y' }, parent: { uri: 'x', cid: 'y' } } },
  'a label': {
    labels: { $type: 'com.atproto.label.defs#selfLabels', values: [{ val: 'sexual' }] },
  },
  'labels without values': { labels: { $type: 'com.atproto.label.defs#selfLabels' } },
  'an unknown field': { magic: { deep: [1, 2, null] } },
  'a fraction': { magic: 1.5 },
  'another type': { $type: 'app.bsky.feed.like' },
  'no type': { $type: undefined },
};

/** Talks about what a post may be, and what a key and a collection. */
export async function talkAboutValidation(talk: Conversation): Promise<void> {
  const { did: repo, accessJwt: token } = await signUp(talk, 'vera');
  let count = 0;
  const put = (name: string, json: object) => {
    count += 1;
    const rkey = `3mzzzzzzzzz${count.toString(26).padStart(2, '0').replaceAll(/./g, letter)}`;
    return talk.ask(name, {
      method: 'POST',
      nsid: 'com.atproto.repo.putRecord',
      token,
      json: { repo, collection, rkey, record: hello, ...json },
    });
  };
  for (const [name, fields] of Object.entries(specialPosts)) {
    await put(`a post with ${name}`, { record: { ...hello, ...fields } });
  }
  await put('a list for a record', { record: [] });
  await put('a text for a record', { record: 'x' });
  await put('a bad post that nobody looks at', { record: { text: 5 }, validate: false });
  await put('a key that is no timestamp', { rkey: 'affiche-1' });
  await put('a key with a space', { rkey: 'a b' });
  await put('no key', { rkey: undefined });
  await put('a collection that is none', { collection: 'nope' });
  const unknown = { collection: 'com.example.thing', record: { a: 1 } };
  await put('an unknown type', unknown);
  await put('an unknown type that must be known', { ...unknown, validate: true });
  const profile = { collection: 'app.bsky.actor.profile', record: { displayName: 'Vera' } };
  await put('a profile', { ...profile, rkey: 'self' });
  await put('a profile elsewhere', { ...profile, rkey: 'x' });
  const post = `at://did:plc:aaaaaaaaaaaaaaaaaaaaaaaa/${collection}/3mzzzzzzzzzcc`;
  const gate = { post, createdAt: hello.createdAt };
  const rule = { $type: 'app.bsky.feed.threadgate#mentionRule' };
  const threadgate = { collection: 'app.bsky.feed.threadgate', rkey: '3mzzzzzzzzzcc' };
  await put('a threadgate', { ...threadgate, record: { ...gate, allow: [rule] } });
  await put('a threadgate with six rules', {
    ...threadgate,
    record: { ...gate, allow: Array.from({ length: 6 }, () => rule) },
  });
}

// Keys must be timestamps, whose alphabet has neither 0 nor 1.
function letter(digit: string): string {
  return 'abcdefghijklmnopqrstuvwxyz'[parseInt(digit, 26)] ?? 'a';
}
