import { simulatedClock } from '@affiche/core';
import { facebookSandbox } from '@affiche/sandbox';
import sdk from 'facebook-nodejs-business-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// The client knows one server, as a property of its class; here it is the sandbox.
const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
const server = await facebookSandbox({ clock, seed: 'client' });
const usual = Object.getOwnPropertyDescriptor(sdk.FacebookAdsApi, 'GRAPH');
beforeAll(() => {
  Object.defineProperty(sdk.FacebookAdsApi, 'GRAPH', { configurable: true, get: () => server.url });
});
afterAll(async () => {
  Object.defineProperty(sdk.FacebookAdsApi, 'GRAPH', usual ?? {});
  await server.close();
});

const api = (token = '') => new sdk.FacebookAdsApi(token, 'en_US', false);

function open(handle: string) {
  const { id, credentials } = server.createAccount({ handle, followers: 5000 });
  const pageApi = api(credentials['accessToken']);
  return {
    id,
    page: new sdk.Page(id, {}, undefined, pageApi),
    post: (post: string) => new sdk.PagePost(post, {}, undefined, pageApi),
    comment: (comment: string) => new sdk.Comment(comment, {}, undefined, pageApi),
    person: new sdk.User('me', {}, undefined, api(credentials['userToken'])),
  };
}

describe('Meta’s own client, unchanged', () => {
  it('lists pages, publishes words and pictures, turns pages of posts, edits and deletes', async () => {
    const { id, page, post, person } = open('Bakery');
    const pages = await person.getAccounts(['id', 'name', 'access_token', 'tasks']);
    expect(pages.map((each) => each.exportAllData()['name'])).toContain('Bakery');
    const photos = await Promise.all(
      ['a', 'b'].map(async (name) =>
        page.createPhoto([], { url: `https://cdn.example.com/${name}.jpg`, published: false }),
      ),
    );
    const attached_media = photos.map((photo) => ({ media_fbid: photo.id }));
    const album = await page.createFeed([], { message: 'Two', attached_media });
    const linked = await page.createFeed([], { message: 'Read', link: 'https://example.com/' });
    const first = await page.getPublishedPosts(['id', 'message', 'attachments'], { limit: 1 });
    expect(first.map((each) => each.id)).toEqual([linked.id]);
    const second = await first.next();
    expect(second[0]?.exportAllData()).toMatchObject({
      id: album.id,
      attachments: {
        data: [
          { subattachments: { data: photos.map(({ id: photo }) => ({ target: { id: photo } })) } },
        ],
      },
    });
    await post(linked.id).update([], { message: 'Read this' });
    await post(album.id).delete([]);
    expect(server.posts(id).map(({ text }) => text)).toEqual(['Read this']);
  });

  it('keeps a post for later, comments, hides a comment and reads counts', async () => {
    const { id, page, post, comment } = open('Shoemaker');
    const { id: made } = await page.createFeed([], { message: 'Boots' });
    await page.createFeed([], {
      message: 'Tomorrow',
      published: false,
      scheduled_publish_time: clock.now() / 1000 + 3600,
    });
    expect(
      (await page.getScheduledPosts(['id', 'message'])).map(
        (each) => each.exportAllData()['message'],
      ),
    ).toEqual(['Tomorrow']);
    await post(made).createComment([], { message: 'Until Sunday.' });
    await clock.advance(86_400);
    const comments = await post(made).getComments(['id', 'message', 'from', 'can_hide']);
    const reader = comments.find((each) => each.exportAllData()['can_hide'] === true);
    await comment(reader?.id ?? '').update([], { is_hidden: true });
    expect((await comment(reader?.id ?? '').get(['is_hidden'])).exportAllData()).toMatchObject({
      is_hidden: true,
    });
    const [views] = await post(made).getInsights([], { metric: ['post_media_view'] });
    expect(views?.exportAllData()).toMatchObject({ name: 'post_media_view', period: 'lifetime' });
    expect(server.posts(id).map(({ text }) => text)).toEqual([
      'Boots',
      'Until Sunday.',
      'Tomorrow',
    ]);
  });

  it('reads refusals as the network words them', async () => {
    const { page } = open('Florist');
    await expect(page.createFeed([], {})).rejects.toMatchObject({
      status: 400,
      response: { code: 100, type: 'OAuthException', fbtrace_id: expect.any(String) as string },
    });
    await expect(page.getInsights([], { metric: ['page_impressions'] })).rejects.toThrow(
      'valid insights metric',
    );
  });
});
