import type { Conversation } from './conversation.ts';

/** Somebody who is logged in. */
export interface Person {
  readonly did: string;
  readonly handle: string;
  readonly accessJwt: string;
  readonly refreshJwt: string;
}

/** The password of every account in these talks. */
export const password = 'pw-123456-long';

/** Makes a new account and logs in. */
export async function signUp(talk: Conversation, label: string): Promise<Person> {
  const handle = `${label}-${Math.floor(Math.random() * 1e9).toString(36)}.test`;
  talk.hide(handle, `<${label}>`);
  const email = `${handle}@example.com`;
  const answer = await talk.ask(
    `${label} signs up`,
    {
      method: 'POST',
      nsid: 'com.atproto.server.createAccount',
      json: { handle, email, password },
    },
    ({ did }) => ({ [`<${label}-did>`]: did }),
  );
  return answer as unknown as Person;
}

function server(name: string): string {
  return `com.atproto.server.${name}`;
}

function inSeconds(seconds: number): string {
  return String(Math.floor(Date.now() / 1000) + seconds);
}

/** Talks about sessions: logging in, refreshing, leaving. */
export async function talkAboutSessions(talk: Conversation): Promise<void> {
  const { handle, accessJwt, refreshJwt } = await signUp(talk, 'sam');
  const post = (name: string, method: string, more: object = {}) =>
    talk.ask(name, { method: 'POST', nsid: server(method), ...more });
  const logIn = (name: string, json: object) => post(name, 'createSession', { json });

  await logIn('log in', { identifier: handle, password });
  await logIn('wrong password', { identifier: handle, password: 'wrong' });
  await logIn('unknown account', { identifier: 'nobody.test', password });
  await logIn('no identifier', {});
  await post('sign up with a handle that is taken', 'createAccount', {
    json: { handle, email: `other-${handle}@example.com`, password },
  });
  const getSession = (name: string, token?: string) =>
    talk.ask(name, { method: 'GET', nsid: server('getSession'), token });
  await getSession('session', accessJwt);
  await getSession('session without a token');
  await getSession('session with a forged token', 'forged');
  await getSession('session with a refresh token', refreshJwt);
  await post('refresh with an access token', 'refreshSession', { token: accessJwt });

  const appPassword = await talk.ask(
    'app password',
    {
      method: 'POST',
      nsid: server('createAppPassword'),
      token: accessJwt,
      json: { name: 'tests' },
    },
    (answer) => ({ '<now>': answer['createdAt'] }),
  );
  await post('app password of the same name', 'createAppPassword', {
    token: accessJwt,
    json: { name: 'tests' },
  });
  const app = await logIn('log in with the app password', {
    identifier: handle,
    password: appPassword['password'],
  });
  await post('app password by an app', 'createAppPassword', {
    token: String(app['accessJwt']),
    json: { name: 'more' },
  });

  const refreshed = await post('refresh', 'refreshSession', { token: refreshJwt });
  await post('refresh with the same token again', 'refreshSession', { token: refreshJwt });
  await post('leave', 'deleteSession', { token: String(refreshed['refreshJwt']) });
  await post('leave with an access token', 'deleteSession', { token: accessJwt });
  await post('refresh after leaving', 'refreshSession', {
    token: String(refreshed['refreshJwt']),
  });
  await getSession('the access token lives on', accessJwt);

  const serviceAuth = (name: string, query: Record<string, string>) =>
    talk.ask(name, { method: 'GET', nsid: server('getServiceAuth'), token: accessJwt, query });
  const aud = 'did:web:video.example';
  await serviceAuth('service token', {
    aud,
    lxm: 'com.atproto.repo.uploadBlob',
    exp: inSeconds(1800),
  });
  await serviceAuth('service token for two hours', {
    aud,
    lxm: 'com.atproto.repo.uploadBlob',
    exp: inSeconds(7200),
  });
  await serviceAuth('service token that has ended', {
    aud,
    lxm: 'com.atproto.repo.uploadBlob',
    exp: inSeconds(-60),
  });
  await talk.ask('describe', { method: 'GET', nsid: server('describeServer') });
  const resolve = (name: string, wanted: string) =>
    talk.ask(name, {
      method: 'GET',
      nsid: 'com.atproto.identity.resolveHandle',
      query: { handle: wanted },
    });
  await resolve('resolve', handle);
  await resolve('resolve an unknown handle', 'nobody.test');
  await resolve('resolve what is no handle', 'nobody');
}
