import { simulatedClock } from '@affiche/core';
import { blueskySandbox } from '@affiche/sandbox';
import { AtpAgent, jsonToLex, lexicons, RichText } from '@atproto/api';
import { describe, expect, it } from 'vitest';
import { pixel } from './personal-data-server/blobs.ts';

const day = 86_400;

async function start() {
  const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
  const server = await blueskySandbox({ clock, seed: 'client' });
  const bakery = server.createAccount({
    handle: 'bakery.test',
    followers: 2000,
    displayName: 'Bakery',
  });
  const agent = await logIn(server.url, bakery);
  return { clock, server, bakery, agent };
}

async function logIn(service: string, { handle, password }: { handle: string; password: string }) {
  const agent = new AtpAgent({ service });
  await agent.login({ identifier: handle, password });
  return agent;
}

describe("Bluesky's own client, unchanged", () => {
  it('logs in, renews its session when it has ended, and logs out', async () => {
    const { server, clock, agent, bakery } = await start();
    await using _ = server;
    expect(agent.did).toBe(bakery.id);
    expect(agent.pdsUrl?.origin).toBe(server.url);
    const before = agent.session?.accessJwt;
    await clock.advance(3 * 3600);
    await agent.getProfile({ actor: bakery.handle });
    expect(agent.session?.accessJwt).not.toBe(before);
    await agent.logout();
    expect(agent.session).toBe(undefined);
  });

  it('posts rich text, a thread and a picture, likes, boosts and deletes', async () => {
    const { server, agent, bakery } = await start();
    await using _ = server;
    const text = new RichText({ text: 'The galette: https://example.com @bakery.test #épiphanie' });
    await text.detectFacets(agent);
    expect(text.facets).toHaveLength(3);
    const post = await agent.post({ text: text.text, facets: text.facets ?? [], langs: ['fr'] });
    const { data } = await agent.uploadBlob(pixel, { encoding: 'image/png' });
    const images = [{ alt: 'A pixel.', image: data.blob, aspectRatio: { width: 1, height: 1 } }];
    const reply = await agent.post({
      text: 'And a picture.',
      embed: { $type: 'app.bsky.embed.images', images },
      reply: { root: post, parent: post },
    });
    const friend = await logIn(server.url, server.createAccount({ handle: 'friend.test' }));
    await friend.like(post.uri, post.cid);
    await friend.repost(post.uri, post.cid);
    await friend.follow(bakery.id);

    const { posts } = (await agent.getPosts({ uris: [post.uri, reply.uri] })).data;
    expect(posts[0]).toMatchObject({ likeCount: 1, repostCount: 1, replyCount: 1, cid: post.cid });
    const embed = posts[1]?.embed as { images: { fullsize: string }[] } | undefined;
    const picture = await fetch(embed?.images[0]?.fullsize ?? '');
    expect(new Uint8Array(await picture.arrayBuffer())).toEqual(pixel);
    await agent.deletePost(reply.uri);
    expect(server.posts(bakery.id).map(({ id }) => id)).toEqual([post.uri]);
  });

  it('sees readers come: counts, answers, notifications, followers', async () => {
    const { server, clock, agent, bakery } = await start();
    await using _ = server;
    const post = await agent.post({ text: 'The galette is back.', langs: ['fr'] });
    await clock.advance(2 * day);
    const view = (await agent.getPosts({ uris: [post.uri] })).data.posts[0];
    const thread = (await agent.getPostThread({ uri: post.uri })).data.thread as {
      replies: { post: { uri: string; author: { handle: string } } }[];
    };
    expect(view?.likeCount).toBeGreaterThan(5);
    expect(thread.replies).toHaveLength(view?.replyCount ?? -1);

    const all = (await agent.listNotifications({ limit: 100 })).data.notifications;
    const count = (reason: string) => all.filter((each) => each.reason === reason).length;
    expect(count('like')).toBe(view?.likeCount);
    expect(count('reply')).toBe(view?.replyCount);
    const followers = (await agent.getProfile({ actor: bakery.id })).data.followersCount;
    expect(followers).toBe(2000 + count('follow'));
    expect((await agent.countUnreadNotifications()).data.count).toBe(all.length);
    await agent.updateSeenNotifications(new Date(clock.now()).toISOString());
    expect((await agent.countUnreadNotifications()).data.count).toBe(0);
    const [reader] = thread.replies;
    const { data } = await agent.resolveHandle({ handle: reader?.post.author.handle ?? '' });
    expect(reader?.post.uri).toContain(data.did);
  });

  it('reads page after page, newest first', async () => {
    const { server, clock, agent, bakery } = await start();
    await using _ = server;
    for (const text of ['one', 'two', 'three']) {
      await agent.post({ text });
      await clock.advance(60);
    }
    const first = (await agent.getAuthorFeed({ actor: bakery.handle, limit: 2 })).data;
    const cursor = first.cursor ?? '';
    const second = (await agent.getAuthorFeed({ actor: bakery.handle, limit: 2, cursor })).data;
    const texts = [...first.feed, ...second.feed].map(({ post }) => post.record['text']);
    expect(texts).toEqual(['three', 'two', 'one']);
    const found = await agent.app.bsky.feed.searchPosts({ q: 'TWO' });
    expect(found.data.posts.map(({ record }) => record['text'])).toEqual(['two']);
  });

  it('uploads a video and waits for it', async () => {
    const { server, clock, agent, bakery } = await start();
    await using _ = server;
    server.settings.videoProcessingSeconds = 10;
    const film = new Uint8Array(Buffer.from('\0\0\0\x1cftypisom\0\0\0\0', 'latin1'));
    const { data: auth } = await agent.com.atproto.server.getServiceAuth({
      aud: 'did:web:localhost',
      lxm: 'com.atproto.repo.uploadBlob',
    });
    const response = await fetch(
      `${server.url}/xrpc/app.bsky.video.uploadVideo?did=${bakery.id}&name=a.mp4`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${auth.token}`, 'content-type': 'video/mp4' },
        body: film,
      },
    );
    const { jobId } = (await response.json()) as { jobId: string };
    const status = async () => (await agent.app.bsky.video.getJobStatus({ jobId })).data.jobStatus;
    expect(await status()).toMatchObject({ state: 'JOB_STATE_ENCODING' });
    await clock.advance(11);
    const { state, blob } = await status();
    expect(state).toBe('JOB_STATE_COMPLETED');
    expect(blob?.mimeType).toBe('video/mp4');
  });

  it('gets answers of the form that the lexicons describe', async () => {
    const { server, clock, agent, bakery } = await start();
    await using _ = server;
    const { uri } = await agent.post({ text: 'Hello.' });
    await clock.advance(day);
    const token = agent.session?.accessJwt ?? '';
    const { data: session } = await agent.com.atproto.server.refreshSession(undefined, {
      headers: { authorization: `Bearer ${agent.session?.refreshJwt}` },
    });
    expect(session.accessJwt).not.toBe(token);
    const questions = {
      'com.atproto.server.getSession': {},
      'com.atproto.server.describeServer': {},
      'com.atproto.repo.listRecords': { repo: bakery.id, collection: 'app.bsky.feed.post' },
      'com.atproto.repo.describeRepo': { repo: bakery.id },
      'app.bsky.feed.getPosts': { uris: uri },
      'app.bsky.feed.getPostThread': { uri },
      'app.bsky.feed.getAuthorFeed': { actor: bakery.id },
      'app.bsky.feed.getLikes': { uri },
      'app.bsky.feed.getRepostedBy': { uri },
      'app.bsky.feed.searchPosts': { q: 'hello' },
      'app.bsky.actor.getProfile': { actor: bakery.id },
      'app.bsky.actor.getPreferences': {},
      'app.bsky.notification.listNotifications': { limit: '100' },
      'app.bsky.notification.getUnreadCount': {},
      'app.bsky.video.getUploadLimits': {},
    };
    for (const [nsid, query] of Object.entries(questions)) {
      const response = await fetch(
        `${server.url}/xrpc/${nsid}?${new URLSearchParams(query).toString()}`,
        {
          headers: { authorization: `Bearer ${session.accessJwt}` },
        },
      );
      expect([nsid, response.status]).toEqual([nsid, 200]);
      lexicons.assertValidXrpcOutput(nsid, jsonToLex(await response.json()));
    }
  });
});
