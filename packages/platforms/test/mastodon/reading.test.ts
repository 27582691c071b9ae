import { mastodon } from '@affiche/platforms/mastodon';
import { describe, expect, it } from 'vitest';
import { testIo } from '../platform-io.ts';
import { notificationEntity, statusEntity } from './entities.ts';
import { type Instance, instance, refusal } from './instance.ts';

const platform = mastodon();
const io = () => testIo({ accessToken: 'token' });
const accountOn = (server: Instance) => ({ platform: 'mastodon', id: '1', host: server.host });

describe('facts', () => {
  it('are what the server says of itself', async () => {
    await using server = await instance({ software: 'GoToSocial' });
    expect(await platform.facts(accountOn(server), io())).toMatchObject({
      software: 'gotosocial',
      version: '4.5.0',
      maxCharacters: 600,
      maxMedia: 6,
      charactersPerUrl: 25,
      quotes: true,
    });
    expect(server.problems).toEqual([]);
  });

  it('come from the older page where there is no newer one, and from the documentation where nothing is said', async () => {
    await using server = await instance({ version: 1, software: undefined });
    expect(await platform.facts(accountOn(server), io())).toMatchObject({
      software: 'unknown',
      maxCharacters: 600,
      quotes: false,
    });
    const pleroma = {
      version: '2.7.2 (compatible; Pleroma 2.6.0)',
      max_toot_chars: 5000,
      upload_limit: 16_000_000,
      description_limit: 5000,
      poll_limits: {
        max_options: 20,
        max_option_chars: 200,
        min_expiration: 0,
        max_expiration: 31_536_000,
      },
    };
    server.faults.push({ match: 'GET /api/v1/instance', when: 'before', reply: { body: pleroma } });
    expect(await platform.facts(accountOn(server), io())).toMatchObject({
      software: 'pleroma',
      maxCharacters: 5000,
      imageBytes: 16_000_000,
      pollOptions: 20,
      pollMinSeconds: 0,
      charactersPerUrl: 23,
    });
  });

  it('survive nonsense in a field', async () => {
    await using server = await instance();
    server.faults.push({
      match: 'GET /api/v2/instance',
      when: 'before',
      reply: {
        body: {
          version: '9',
          configuration: { statuses: { max_characters: 'many' }, polls: null },
        },
      },
    });
    expect(await platform.facts(accountOn(server), io())).toMatchObject({
      maxCharacters: 500,
      pollOptions: 4,
    });
  });

  it('cannot be read where nobody answers', async () => {
    await using server = await instance();
    for (const version of ['v2', 'v1']) {
      server.faults.push({
        match: `GET /api/${version}/instance`,
        when: 'before',
        reply: refusal(503, 'down'),
      });
    }
    await expect(platform.facts(accountOn(server), io())).rejects.toMatchObject({
      code: 'platform-call-failed',
      details: { failure: { kind: 'transient' } },
    });
  });
});

describe('insights', () => {
  it('are readings of what the server counts; a deleted post hides nothing', async () => {
    await using server = await instance();
    server.statuses.push(statusEntity('1000', '2027-01-04T08:00:00.000Z', { status: 'x' }));
    const publishedAt = '2027-01-04T08:00:00Z';
    const readings = await platform.insights(
      accountOn(server),
      [
        { id: '1000', publishedAt },
        { id: '1001', publishedAt },
      ],
      io(),
    );
    expect(readings.map(({ fact, value }) => [fact, value])).toEqual([
      ['reactions', 3],
      ['comments', 0],
      ['shares', 2],
      ['quotes', 1],
      ['followers', 120],
      ['posts', 7],
    ]);
    expect(server.problems).toEqual([]);
  });

  it('are read together where the server can', async () => {
    await using server = await instance();
    const status = statusEntity('1000', '2027-01-04T08:00:00.000Z', { status: 'x' });
    server.faults.push({
      match: 'GET /api/v1/statuses',
      when: 'before',
      reply: { body: [status] },
    });
    const posts = ['1000', '1001'].map((id) => ({ id, publishedAt: '2027-01-04T08:00:00Z' }));
    expect(await platform.insights(accountOn(server), posts, io())).toHaveLength(6);
    expect(server.received).toHaveLength(2);
  });

  it('stop when the server asks for patience', async () => {
    await using server = await instance();
    server.faults.push({
      match: 'GET /api/v1/statuses',
      when: 'before',
      reply: refusal(429, 'Too many requests'),
    });
    const posts = ['1', '2'].map((id) => ({ id, publishedAt: '2027-01-04T08:00:00Z' }));
    await expect(platform.insights(accountOn(server), posts, io())).rejects.toMatchObject({
      details: { failure: { kind: 'rate-limited' } },
    });
  });
});

describe('the inbox', () => {
  it('gives answers and mentions as text', async () => {
    await using server = await instance();
    const reply = statusEntity('2000', '2027-01-04T07:00:00.000Z', {
      status: 'Lovely, @bakery@example.com!\n\nWhen?',
      in_reply_to_id: '1000',
    });
    const mention = statusEntity('2001', '2027-01-04T06:00:00.000Z', {
      status: 'Go to @bakery@example.com',
    });
    server.notifications.push(
      notificationEntity('9', { ...reply, in_reply_to_account_id: '1' }),
      notificationEntity('8', mention),
    );
    const page = await platform.inbox.list(accountOn(server), {}, io());
    expect(page.cursor).toBeUndefined();
    expect(page.items).toMatchObject([
      { kind: 'reply', id: '2000', inReplyTo: '1000', text: 'Lovely, @bakery!\n\nWhen?' },
      { kind: 'mention', id: '2001', text: 'Go to @bakery' },
    ]);
    const late = await platform.inbox.list(
      accountOn(server),
      { since: '2027-01-04T06:30:00Z' },
      io(),
    );
    expect(late.items).toHaveLength(1);
    expect(server.problems).toEqual([]);
  });
});

describe('a token', () => {
  it('is verified, and refused for another account than its own', async () => {
    await using server = await instance();
    await expect(platform.verify(accountOn(server), io())).resolves.toBeUndefined();
    const other = { ...accountOn(server), id: '2' };
    await expect(platform.verify(other, io())).rejects.toMatchObject({ code: 'wrong-account' });
    const revoked = testIo({ accessToken: 'revoked' });
    await expect(platform.verify(accountOn(server), revoked)).rejects.toMatchObject({
      details: { failure: { kind: 'auth-expired' } },
    });
  });
});
