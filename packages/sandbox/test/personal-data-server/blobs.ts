import { signUp } from './accounts.ts';
import type { Conversation } from './conversation.ts';

/** The smallest picture there is: one pixel, as PNG. */
export const pixel = bytesOf(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Talks about uploads: what they are taken for, how large they may be, how posts use them. */
export async function talkAboutBlobs(talk: Conversation): Promise<void> {
  const { did: repo, accessJwt: token } = await signUp(talk, 'bob');
  const upload = (name: string, bytes: Uint8Array<ArrayBuffer>, type: string, as?: string) =>
    talk.ask(name, {
      method: 'POST',
      nsid: 'com.atproto.repo.uploadBlob',
      token: as ?? token,
      bytes,
      type,
    });
  const { blob } = (await upload('a picture', pixel, 'image/png')) as {
    blob: { ref: { $link: string } };
  };
  await upload('a picture said to be another', pixel, 'image/jpeg');
  await upload('a picture said to be anything', pixel, '*/*');
  await upload('a text', bytesOf('hello'), 'text/plain');
  await upload('a text said to be a picture', bytesOf('hello'), 'image/png');
  await upload('nothing known', bytesOf('hello'), 'application/octet-stream');
  await upload('nothing', bytesOf(''), 'image/png');
  await upload(
    'a video said to be a picture',
    bytesOf(`\0\0\0\x1cftypisom${'\0'.repeat(40)}`, 'latin1'),
    'image/png',
  );
  await upload('an animation', bytesOf(`GIF89a${'x'.repeat(30)}`), 'image/png');
  await upload('a modern picture', bytesOf(`RIFF\x10\0\0\0WEBPVP8 ${'x'.repeat(30)}`), 'image/png');
  await upload('too much', new Uint8Array(5_242_881), 'image/png');
  await upload('with a forged token', pixel, 'image/png', 'forged');

  const post = (name: string, image: object) =>
    talk.ask(name, {
      method: 'POST',
      nsid: 'com.atproto.repo.putRecord',
      token,
      json: {
        repo,
        collection: 'app.bsky.feed.post',
        rkey: '3mzzzzzzzzy22',
        record: {
          $type: 'app.bsky.feed.post',
          text: name,
          createdAt: '2026-11-21T20:06:42.426Z',
          embed: { $type: 'app.bsky.embed.images', images: [{ alt: '', image }] },
        },
      },
    });
  await post('a post with the picture', blob);
  await post('a post with the picture said to be another', { ...blob, mimeType: 'image/jpeg' });
  await post('a post with the picture said to be small', { ...blob, size: 1 });

  const get = (name: string, cid: string) =>
    talk.ask(name, { method: 'GET', nsid: 'com.atproto.sync.getBlob', query: { did: repo, cid } });
  await get('fetch the picture', blob.ref.$link);
  await get('fetch nothing', 'bafkreiaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa');
}

function bytesOf(text: string, encoding: BufferEncoding = 'utf8'): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, encoding));
}
