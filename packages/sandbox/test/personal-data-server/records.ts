import { type Person, signUp } from './accounts.ts';
import type { Conversation, Question, Secrets } from './conversation.ts';

const collection = 'app.bsky.feed.post';
const createdAt = '2026-11-21T20:06:42.426Z';
const hello = { $type: collection, text: 'hello', createdAt };
const otherCid = 'bafyreibm6jg3ux5qumhcn2b3flc3tyu6dmlb4xa7u5bf44yegnrjhc4yeq';

const createRecord = 'com.atproto.repo.createRecord';

// The server's own keys are the time.
const madeKey: Secrets = ({ uri }) => ({ '<key>': String(uri).split('/').at(-1) });

/** Talks about writing records: repeats, swaps, deletions, batches. */
export async function talkAboutRecords(talk: Conversation): Promise<void> {
  const rita = await signUp(talk, 'rita');
  const repo = rita.did;
  const write =
    (method: string) =>
    (name: string, json: object, more: Partial<Question> = {}) =>
      talk.ask(name, {
        method: 'POST',
        nsid: `com.atproto.repo.${method}`,
        token: rita.accessJwt,
        json: { repo, collection, ...json },
        ...more,
      });
  const [create, put, remove] = [write('createRecord'), write('putRecord'), write('deleteRecord')];
  const rkey = '3mzzzzzzzzy22';

  await create('create', { rkey, record: hello });
  await create('create the same again', { rkey, record: hello });
  await create('create another in its place', { rkey, record: { ...hello, text: 'other' } });
  await put('put the same again', { rkey, record: hello });
  await put('put the same as a new one', { rkey, record: hello, swapRecord: null });
  await put('put another as a new one', {
    rkey,
    record: { ...hello, text: 'b' },
    swapRecord: null,
  });
  await put('put another over a stale one', {
    rkey,
    record: { ...hello, text: 'b' },
    swapRecord: otherCid,
  });
  await put('put another over a stale commit', {
    rkey,
    record: { ...hello, text: 'b' },
    swapCommit: otherCid,
  });
  await put('put another', { rkey, record: { ...hello, text: 'b' } });
  await put('put a new one', { rkey: '3mzzzzzzzzy33', record: hello, swapRecord: null });
  await put('put over nothing', { rkey: '3mzzzzzzzzy44', record: hello, swapRecord: otherCid });
  await put('put over what is no identifier', { rkey, record: hello, swapRecord: 'x' });
  await remove('delete a stale one', { rkey, swapRecord: otherCid });
  await remove('delete', { rkey });
  await remove('delete again', { rkey });
  await create('create after a deletion', { rkey, record: hello });
  const json = { repo, collection, record: hello };
  const question = { method: 'POST', nsid: createRecord, token: rita.accessJwt, json } as const;
  await talk.ask('create with a key of the server', question, madeKey);
  await create('create in an unknown repository', {
    repo: 'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa',
    record: hello,
  });
  const tom = await signUp(talk, 'tom');
  await create("create in somebody else's repository", { repo: tom.did, record: hello });
  await create('create without a token', { record: hello }, { token: undefined });
  await create('create by handle', { repo: rita.handle, rkey: '3mzzzzzzzzy55', record: hello });
  await talkAboutReading(talk, rita, rkey);
  await talkAboutReactions(talk, rita);
  await talkAboutBatches(talk, rita);
}

async function talkAboutReading(talk: Conversation, { did: repo }: Person, rkey: string) {
  const get = (name: string, method: string, query: Record<string, string>) =>
    talk.ask(name, { method: 'GET', nsid: `com.atproto.repo.${method}`, query });
  await get('get', 'getRecord', { repo, collection, rkey });
  await get('get a missing one', 'getRecord', { repo, collection, rkey: '3mzzzzzzzzyzz' });
  await get('get another version', 'getRecord', { repo, collection, rkey, cid: otherCid });
  await get('get without a key', 'getRecord', { repo, collection });
  await get('list', 'listRecords', { repo, collection, limit: '2' });
  await get('list on', 'listRecords', { repo, collection, limit: '2', cursor: '3mzzzzzzzzy44' });
  await get('list backwards', 'listRecords', { repo, collection, limit: '1', reverse: 'true' });
  await get('list an empty collection', 'listRecords', { repo, collection: 'app.bsky.feed.like' });
  await get('list too many', 'listRecords', { repo, collection, limit: '101' });
  await get('list an unknown repository', 'listRecords', { repo: 'nobody.test', collection });
}

async function talkAboutReactions(talk: Conversation, { did: repo, accessJwt: token }: Person) {
  const uri = `at://did:plc:aaaaaaaaaaaaaaaaaaaaaaaa/${collection}/3mzzzzzzzzy22`;
  const record = { subject: { uri, cid: otherCid }, createdAt };
  const like = { repo, collection: 'app.bsky.feed.like', record };
  const question = { method: 'POST', nsid: createRecord, token, json: like } as const;
  await talk.ask('like', question, madeKey);
  await talk.ask('like again', question, madeKey);
  await talk.ask('one like is left', {
    method: 'GET',
    nsid: 'com.atproto.repo.listRecords',
    query: { repo, collection: like.collection },
  });
}

async function talkAboutBatches(talk: Conversation, { did: repo, accessJwt: token }: Person) {
  const batch = (name: string, ...writes: readonly object[]) =>
    talk.ask(name, {
      method: 'POST',
      nsid: 'com.atproto.repo.applyWrites',
      token,
      json: { repo, writes },
    });
  const write = (action: string, rkey: string, value?: object) => ({
    $type: `com.atproto.repo.applyWrites#${action}`,
    collection,
    rkey,
    ...(value && { value }),
  });
  await batch(
    'batch',
    write('create', '3mzzzzzzzzx22', hello),
    write('create', '3mzzzzzzzzx33', hello),
  );
  await batch(
    'batch with one that exists',
    write('create', '3mzzzzzzzzx22', hello),
    write('create', '3mzzzzzzzzx44', hello),
  );
  await talk.ask('nothing of it was written', {
    method: 'GET',
    nsid: 'com.atproto.repo.getRecord',
    query: { repo, collection, rkey: '3mzzzzzzzzx44' },
  });
  await batch(
    'batch that updates and deletes',
    write('update', '3mzzzzzzzzx22', { ...hello, text: 'u' }),
    write('delete', '3mzzzzzzzzx33'),
  );
  await batch('batch that updates a missing one', write('update', '3mzzzzzzzzxzz', hello));
  await batch('batch that deletes a missing one', write('delete', '3mzzzzzzzzxzz'));
  await batch(
    'batch that creates one twice',
    write('create', '3mzzzzzzzzw22', hello),
    write('create', '3mzzzzzzzzw22', hello),
  );
  await batch('batch of nothing');
  await batch('batch with an unknown action', write('frobnicate', '3mzzzzzzzzw22', hello));
  await batch('batch with a bad record', write('create', '3mzzzzzzzzw33', { ...hello, text: 5 }));
  await batch(
    'batch of 201',
    ...Array.from({ length: 201 }, () => write('delete', '3mzzzzzzzzxzz')),
  );
}
