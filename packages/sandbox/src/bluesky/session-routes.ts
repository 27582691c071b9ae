import type { Exchange } from '../http/exchange.ts';
import type { Route } from '../http/route.ts';
import {
  type Account,
  findAccount,
  hashPassword,
  insertAccount,
  isAppPassword,
  isPassword,
} from './accounts.ts';
import { base32Hash, type Bluesky, serviceDid } from './context.ts';
import { didDocument } from './identity-routes.ts';
import { requireField } from './fields.ts';
import { authenticate, closeSession, openSession, refreshSession, type Scope } from './sessions.ts';
import { signToken } from './tokens.ts';
import { hash } from './context.ts';
import { internalServerError, invalidRequest, xrpcError } from './xrpc-error.ts';

/** Accounts and sessions: `com.atproto.server.*`. */
export function sessionRoutes(bluesky: Bluesky): Route[] {
  const { database, clock, settings } = bluesky;
  const path = (name: string) => `/xrpc/com.atproto.server.${name}`;
  return [
    {
      method: 'GET',
      path: path('describeServer'),
      handle: () => ({
        status: 200,
        body: {
          did: serviceDid,
          availableUserDomains: ['.test'],
          inviteCodeRequired: false,
          blobUploadLimit: settings.blobUploadLimit,
          links: {},
          contact: {},
        },
      }),
    },
    {
      method: 'POST',
      path: path('createAccount'),
      handle({ fields }) {
        const handle = requireField(fields, 'handle');
        if (findAccount(bluesky, handle)) throw invalidRequest(`Handle already taken: ${handle}`);
        const account = insertAccount(bluesky, {
          handle,
          password: String(fields['password'] ?? base32Hash(16, bluesky.seed, handle, 'password')),
          email: typeof fields['email'] === 'string' ? fields['email'] : undefined,
        });
        const session = openSession(bluesky, account, 'com.atproto.access');
        const { did } = account;
        return {
          status: 200,
          body: { handle: account.handle, did, didDoc: didDocument(bluesky, account), ...session },
        };
      },
    },
    {
      method: 'POST',
      path: path('createSession'),
      handle({ fields }) {
        const identifier = requireField(fields, 'identifier');
        const [account, scope] = logIn(bluesky, identifier, requireField(fields, 'password'));
        const session = openSession(bluesky, account, scope);
        return { status: 200, body: { ...session, ...describe(bluesky, account) } };
      },
    },
    {
      method: 'POST',
      path: path('refreshSession'),
      handle(exchange) {
        const [account, session] = refreshSession(bluesky, exchange);
        return { status: 200, body: { ...session, ...describe(bluesky, account) } };
      },
    },
    {
      method: 'GET',
      path: path('getSession'),
      handle(exchange) {
        const { account } = authenticate(bluesky, exchange);
        return { status: 200, body: describe(bluesky, account) };
      },
    },
    {
      method: 'POST',
      path: path('deleteSession'),
      handle(exchange) {
        closeSession(bluesky, exchange);
        return { status: 200 };
      },
    },
    {
      method: 'POST',
      path: path('createAppPassword'),
      handle(exchange) {
        const { account, scope } = authenticate(bluesky, exchange);
        if (scope !== 'com.atproto.access') {
          throw xrpcError(400, 'InvalidToken', 'Bad token scope');
        }
        const name = requireField(exchange.fields, 'name');
        const letters = base32Hash(16, bluesky.seed, account.did, name, 'app-password');
        const password = letters.match(/.{4}/g)?.join('-') ?? letters;
        const added = database.run(
          'INSERT OR IGNORE INTO app_password (did, name, password, created_at) VALUES (?, ?, ?, ?)',
          account.did,
          name,
          hashPassword(account.did, password),
          clock.now(),
        );
        if (added === 0) throw internalServerError();
        const createdAt = new Date(clock.now()).toISOString();
        return { status: 200, body: { name, password, createdAt, privileged: false } };
      },
    },
    {
      method: 'GET',
      path: path('getServiceAuth'),
      handle: (exchange) => serviceAuth(bluesky, exchange),
    },
  ];
}

function logIn(bluesky: Bluesky, identifier: string, password: string): [Account, Scope] {
  const account = findAccount(bluesky, identifier);
  if (account && isPassword(bluesky, account.did, password)) return [account, 'com.atproto.access'];
  if (account && isAppPassword(bluesky, account.did, password)) {
    return [account, 'com.atproto.appPass'];
  }
  throw xrpcError(401, 'AuthenticationRequired', 'Invalid identifier or password');
}

function describe(bluesky: Bluesky, account: Account) {
  const { did, handle, email } = account;
  return {
    did,
    didDoc: didDocument(bluesky, account),
    handle,
    ...(email === null ? {} : { email, emailConfirmed: false }),
    active: true,
  };
}

function serviceAuth(bluesky: Bluesky, exchange: Exchange) {
  const { account } = authenticate(bluesky, exchange);
  const now = Math.floor(bluesky.clock.now() / 1000);
  const exp = Number(exchange.query.get('exp') ?? now + 60);
  const badExpiration = (message: string) => xrpcError(400, 'BadExpiration', message);
  if (exp < now) throw badExpiration('expiration is in past');
  if (exp > now + 3600) {
    throw badExpiration(
      'cannot request a token with an expiration more than an hour in the future',
    );
  }
  const claims = {
    iat: now,
    iss: account.did,
    sub: account.did,
    aud: exchange.query.get('aud'),
    exp,
    lxm: exchange.query.get('lxm'),
  };
  return {
    status: 200,
    body: { token: signToken(hash(bluesky.seed, 'service-secret'), 'JWT', claims) },
  };
}
