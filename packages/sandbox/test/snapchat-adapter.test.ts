import { type Account, Draft, instant, simulatedClock } from '@affiche/core';
import { snapchat } from '@affiche/platforms/snapchat';
import { type Fault, snapchatSandbox } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { adapterIo, runSteps } from './adapter-io.ts';
import { atCommit, film, once, picture, publishUnder } from './crash-matrix.ts';

const platform = snapchat();
const story = Draft.parse({ id: 'story', items: [{ media: [picture] }] });

describe.each(atCommit)('%s', (effect) => {
  it.concurrent.each([
    ['a story', { on: 'POST /stories', effect }],
    ['a place for a file', { on: 'POST /media', effect }],
  ] satisfies [string, Fault][])('at %s ends with one story', async (_name, fault) => {
    const stage = { platform, start: snapchatSandbox, handle: 'bakery', draft: story };
    expect(await publishUnder(fault, stage)).toEqual({ ...once(story), chained: false });
  });
});

it('sends a locked film as a spotlight, finds it by its file, and renews its token', async () => {
  const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
  await using server = await snapchatSandbox({ clock });
  const { id, credentials } = server.createAccount({ handle: 'bakery' });
  const account: Account = { platform: 'snapchat', id, host: server.host };
  const bytes = new Uint8Array(Buffer.from('\0\0\0\x1cftypisom\0\0\0\0'));
  const io = { ...adapterIo(credentials, clock), openMedia: async () => bytes };
  await platform.verify(account, io);
  const draft = Draft.parse({ id: 'film', items: [{ text: 'Baking #bread', media: [film] }] });
  const options = platform.options.parse({ as: 'spotlight' });
  const at = instant(clock.now());
  const composition = { account, draft, options, facts: platform.defaultFacts };
  const steps = platform.compile(composition, { key: 'one', at });
  const { outputs } = await runSteps(platform, account, steps, io);
  expect(server.posts(id).map(({ text }) => text)).toEqual(['Baking #bread']);
  const { 'upload-0': upload = {}, ...made } = outputs;
  const look = () =>
    platform.reconcile(account, steps[1]!, { outputs: { 'upload-0': upload } }, at, io);
  expect(await look()).toMatchObject({ status: 'applied', output: made['snap-0'] });
  await clock.advance(3601);
  await expect(platform.verify(account, io)).rejects.toThrow('E1001');
  const renewed = await platform.authenticate(account, io);
  await platform.verify(account, { ...io, credentials: renewed });
  const other = { ...account, id: 'somebody' };
  await expect(platform.verify(other, { ...io, credentials: renewed })).rejects.toThrow('opens');
});
