import { Agent } from 'node:https';
import { connect } from 'node:net';
import { xSandbox } from '@affiche/sandbox';
import { TwitterApi } from 'twitter-api-v2';
import { describe, expect, it } from 'vitest';

/** The client speaks to https://api.x.com only; its connections end at the sandbox. */
function agentTo(url: string): Agent {
  const port = Number(new URL(url).port);
  return Object.assign(new Agent(), { createConnection: () => connect(port, '127.0.0.1') });
}

async function start() {
  const server = await xSandbox({ seed: 'client' });
  const bakery = server.createAccount({ handle: 'bakery', followers: 2000 });
  const httpAgent = agentTo(server.url);
  const client = new TwitterApi(bakery.credentials['accessToken'] ?? '', { httpAgent });
  return { server, bakery, client, httpAgent };
}

describe('the twitter-api-v2 client, unchanged', () => {
  it('posts a thread with a poll, reads it and deletes it', async () => {
    const { server, bakery, client } = await start();
    await using _ = server;
    expect((await client.v2.me()).data).toMatchObject({ id: bakery.id, username: 'bakery' });
    const text = 'Frangipane? https://example.com/galette';
    const poll = { options: ['Yes', 'No'], duration_minutes: 60 };
    const { data: question } = await client.v2.tweet({ text, poll });
    const { data: answer } = await client.v2.reply('You have an hour.', question.id);
    const timeline = await client.v2.userTimeline(bakery.id, { 'tweet.fields': ['entities'] });
    expect(timeline.tweets.map(({ id }) => id)).toEqual([answer.id, question.id]);
    expect(timeline.tweets[1]?.entities?.urls[0]?.expanded_url).toBe('https://example.com/galette');
    await client.v2.deleteTweet(answer.id);
    expect(server.posts(bakery.id).map((post) => post.text)).toEqual([text]);
  });

  it('sends a film in parts and posts it once it is ready', async () => {
    const { server, bakery, client } = await start();
    await using _ = server;
    const film = Buffer.from('\0\0\0\x1cftypisom\0\0\0\0');
    const id = await client.v2.uploadMedia(film, {
      media_type: 'video/mp4',
      media_category: 'tweet_video',
    });
    await client.v2.tweet({ text: 'Film', media: { media_ids: [id] } });
    expect(server.posts(bakery.id)).toMatchObject([{ text: 'Film' }]);
  });

  it('is refused the same words twice, and reads its budget', async () => {
    const { server, client } = await start();
    await using _ = server;
    await client.v2.tweet('Hello.');
    await expect(client.v2.tweet('Hello.')).rejects.toMatchObject({
      code: 403,
      data: { detail: expect.stringContaining('duplicate content') },
      rateLimit: { limit: 100, remaining: 98 },
    });
  });

  it('renews its tokens, once for each', async () => {
    const { server, bakery, httpAgent } = await start();
    await using _ = server;
    const application = new TwitterApi({ clientId: 'sandbox', clientSecret: 's' }, { httpAgent });
    const refresh = bakery.credentials['refreshToken'] ?? '';
    const { accessToken, refreshToken } = await application.refreshOAuth2Token(refresh);
    expect(refreshToken).not.toBe(refresh);
    const client = new TwitterApi(accessToken, { httpAgent });
    expect((await client.v2.me()).data.id).toBe(bakery.id);
    await expect(application.refreshOAuth2Token(refresh)).rejects.toMatchObject({ code: 400 });
  });
});
