import { instant, simulatedClock } from '@affiche/core';
import { mastodonSandbox, type MastodonSettings } from '@affiche/sandbox';
import { createRestAPIClient, type mastodon } from 'masto';
import { describe, expect, it } from 'vitest';
import { pixel } from './personal-data-server/blobs.ts';

const day = 86_400;

async function start(settings: Partial<MastodonSettings> = {}) {
  const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
  const server = await mastodonSandbox({ clock, seed: 'client', settings });
  const bakery = server.createAccount({ handle: 'bakery', followers: 2000 });
  const accessToken = bakery.credentials['accessToken'] ?? '';
  return { clock, server, bakery, client: createRestAPIClient({ url: server.url, accessToken }) };
}

function keyed(key: string) {
  return { requestInit: { headers: { 'Idempotency-Key': key } } };
}

describe('the masto client, unchanged', () => {
  it('knows who it is and what the server allows, on new servers and old', async () => {
    const { server, client, bakery } = await start({ maxCharacters: 1000 });
    await using _ = server;
    expect((await client.v1.accounts.verifyCredentials()).id).toBe(bakery.id);
    expect((await client.v2.instance.fetch()).configuration.statuses.maxCharacters).toBe(1000);
    server.settings.instanceV2 = false;
    await expect(client.v2.instance.fetch()).rejects.toMatchObject({ statusCode: 404 });
    expect((await client.v1.instance.fetch()).configuration?.statuses.maxCharacters).toBe(1000);
  });

  it('posts once for one key, and again an hour later', async () => {
    const { server, client, clock, bakery } = await start();
    await using _ = server;
    const status = 'The galette is back #épiphanie https://example.com @bakery';
    const first = await client.v1.statuses.create({ status }, keyed('galette'));
    const second = await client.v1.statuses.create({ status }, keyed('galette'));
    expect(second.id).toBe(first.id);
    expect(first.content).toContain('<a href="https://example.com"');
    expect(first.tags.map(({ name }) => name)).toEqual(['épiphanie']);
    expect(first.mentions.map(({ id }) => id)).toEqual([bakery.id]);
    await clock.advance(3601);
    const third = await client.v1.statuses.create({ status }, keyed('galette'));
    expect(third.id).not.toBe(first.id);
    expect(server.posts(bakery.id)).toHaveLength(2);
  });

  it('attaches a picture at once and a film when it is ready', async () => {
    const { server, client, clock } = await start();
    await using _ = server;
    const film = new File(['\0\0\0\x1cftypisom\0\0\0\0'], 'film.mp4', { type: 'video/mp4' });
    const file = new File([pixel], 'pixel.png', { type: 'image/png' });
    const picture = await client.v2.media.create({
      file,
      description: 'A pixel.',
      skipPolling: true,
    });
    const post = await client.v1.statuses.create({ status: '', mediaIds: [picture.id] });
    expect(post.mediaAttachments[0]).toMatchObject({ type: 'image', description: 'A pixel.' });

    server.settings.mediaProcessingSeconds = 10;
    // The client would wait for the film in real seconds.
    const { id, url } = await client.v2.media.create({ file: film, skipPolling: true });
    expect(url).toBe(null);
    await expect(
      client.v1.statuses.create({ status: 'Film', mediaIds: [id] }),
    ).rejects.toMatchObject({
      statusCode: 422,
      message: expect.stringContaining('have not finished processing'),
    });
    await clock.advance(11);
    expect((await client.v1.media.$select(id).fetch()).url).toContain(id);
    await client.v1.statuses.create({ status: 'Film', mediaIds: [id] });
    await expect(
      client.v1.statuses.create({ status: 'Film', mediaIds: [id] }),
    ).rejects.toMatchObject({
      statusCode: 422,
    });
  });

  it('asks a question, and readers vote until it ends', async () => {
    const { server, client, clock } = await start();
    await using _ = server;
    const { id, poll } = await client.v1.statuses.create({
      status: 'Frangipane?',
      poll: { options: ['Yes', 'No'], expiresIn: day },
    });
    expect(poll).toMatchObject({ votesCount: 0, expired: false, multiple: false });
    const other = server.createAccount({ handle: 'friend' }).credentials['accessToken'] ?? '';
    const friend = createRestAPIClient({ url: server.url, accessToken: other });
    await friend.v1.polls.$select(id).votes.create({ choices: [1] });
    await clock.advance(day);
    const closed = await client.v1.polls.$select(id).fetch();
    expect(closed.expired).toBe(true);
    expect(closed.votesCount).toBeGreaterThan(5);
    expect(closed.options.reduce((sum, { votesCount }) => sum + (votesCount ?? 0), 0)).toBe(
      closed.votesCount,
    );
    await expect(client.v1.polls.$select(id).votes.create({ choices: [0] })).rejects.toMatchObject({
      message: expect.stringContaining('own polls'),
    });
  });

  it('lets a post wait, moves it, and sees it go out at its own time', async () => {
    const { server, client, clock, bakery } = await start();
    await using _ = server;
    const at = (seconds: number) => instant(clock.now() + seconds * 1000);
    const waiting = await client.v1.statuses.create({ status: 'Later.', scheduledAt: at(600) });
    expect(waiting.params.text).toBe('Later.');
    const moved = at(1200);
    await client.v1.scheduledStatuses.$select(waiting.id).update({ scheduledAt: moved });
    await clock.advance(700);
    expect(server.posts(bakery.id)).toEqual([]);
    await clock.advance(7200);
    expect(server.posts(bakery.id)).toMatchObject([{ text: 'Later.', publishedAt: moved }]);
    expect(await client.v1.scheduledStatuses.list()).toEqual([]);
  });

  it('reads answers, notifications, pages and counts', async () => {
    const { server, client, clock, bakery } = await start();
    await using _ = server;
    const opening = await client.v1.statuses.create({ status: 'One', language: 'fr' });
    const answer = await client.v1.statuses.create({ status: 'Two', inReplyToId: opening.id });
    await clock.advance(2 * day);
    const { descendants } = await client.v1.statuses.$select(opening.id).context.fetch();
    const status = await client.v1.statuses.$select(opening.id).fetch();
    expect(descendants.map(({ id }) => id)).toContain(answer.id);
    expect(status.favouritesCount).toBeGreaterThan(5);
    const mentions = await client.v1.notifications.list({ types: ['mention'], limit: 80 });
    const answered = new Set(mentions.map(({ status: reply }) => reply?.inReplyToId));
    expect(mentions).toHaveLength(status.repliesCount + descendants.length - 2);
    expect([opening.id, answer.id]).toEqual(expect.arrayContaining([...answered]));
    const pages: mastodon.v1.Status[][] = [];
    for await (const page of client.v1.accounts.$select(bakery.id).statuses.list({ limit: 1 })) {
      pages.push(page);
    }
    expect(pages.flat().map(({ id }) => id)).toEqual([answer.id, opening.id]);
    const found = await client.v2.search.list({ q: 'one', type: 'statuses' });
    expect(found.statuses.map(({ id }) => id)).toEqual([opening.id]);
  });

  it('changes and deletes a post, once', async () => {
    const { server, client, bakery } = await start();
    await using _ = server;
    const { id } = await client.v1.statuses.create({ status: 'Helo' });
    const changed = await client.v1.statuses.$select(id).update({ status: 'Hello' });
    expect(changed.editedAt).not.toBe(null);
    expect((await client.v1.statuses.$select(id).source.fetch()).text).toBe('Hello');
    await client.v1.statuses.$select(id).remove();
    await expect(client.v1.statuses.$select(id).remove()).rejects.toMatchObject({
      statusCode: 404,
    });
    expect(server.posts(bakery.id)).toEqual([]);
  });
});
