import { Draft, instant } from '@affiche/core';
import { mastodon } from '@affiche/platforms/mastodon';
import { type FaultEffect, mastodonSandbox } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { adapterIo, runSteps } from './adapter-io.ts';
import { atCommit, patience, picture } from './crash-matrix.ts';

const platform = mastodon();

async function open() {
  const server = await mastodonSandbox();
  const { id, credentials } = server.createAccount({ handle: 'bakery' });
  const account = { platform: 'mastodon', id, host: server.host };
  const io = adapterIo(credentials);
  const compile = (text: string, options: object, media: object[] = []) =>
    platform.compile(
      {
        account,
        draft: Draft.parse({ id: 'draft', items: [{ text, media }] }),
        options: platform.options.parse(options),
        facts: platform.defaultFacts,
      },
      { key: text, at: instant(io.clock.now()) },
    );
  const { outputs } = await runSteps(platform, account, compile('The galete is back.', {}), io);
  return { server, account, io, compile, edits: { id: outputs['post-0']?.id ?? '' } };
}

describe('a post that is written anew', () => {
  it.each(atCommit)('is looked at after %s, and says the new words in the end', async (effect) => {
    const { server, account, io, compile, edits } = await open();
    await using _ = server;
    const [step] = compile('The galette is back.', { edits });
    const timed = { ...step!, timeoutSeconds: patience({ on: '*', effect }) };
    server.faults.add({ on: 'PUT /api/v1/statuses/:id', effect });
    const armedAt = instant(io.clock.now());
    const result = await platform.run(account, timed, { outputs: {} }, io);
    const found = await platform.reconcile(account, timed, { outputs: {} }, armedAt, io);
    const changed = server.posts(account.id)[0]?.text === 'The galette is back.';
    expect(found.status).toBe(changed ? 'applied' : 'absent');
    const lies: readonly FaultEffect[] = ['reject-after-commit'];
    expect(result.status === 'rejected' && changed && !lies.includes(effect)).toBe(false);
    const again = await platform.run(account, timed, { outputs: {} }, io);
    expect(again).toMatchObject({ status: 'done', output: edits });
    expect(server.posts(account.id).map(({ text }) => text)).toEqual(['The galette is back.']);
  });

  it('gets its pictures with the point that must stay visible', async () => {
    const { server, account, io, compile, edits } = await open();
    await using _ = server;
    const options = { edits, focus: [[0.5, -1]] };
    const [upload, edit] = compile('The galette is back.', options, [picture]);
    expect(upload?.request).toMatchObject({ focus: '0.5,-1' });
    const { outputs } = await runSteps(platform, account, [upload!, edit!], io);
    expect(outputs['post-0']).toMatchObject(edits);
    const film = { ...picture, kind: 'video', mimeType: 'video/mp4' };
    const thumbnail = { source: { path: 'cover.png' }, mimeType: 'image/png' };
    expect(compile('Look.', { thumbnail }, [film])[0]?.request).toMatchObject({ thumbnail });
  });
});
