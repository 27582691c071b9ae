import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { type Account, findAccount, insertAccount, isAppPassword, isPassword } from './accounts.ts';
import { createAppPassword, serviceAuth } from './credentials.ts';
import { base32Hash, type Bluesky, serviceDid } from './context.ts';
import { requireField } from './fields.ts';
import { didDocument } from './identity-routes.ts';
import {
  authenticate,
  closeSession,
  openSession,
  refreshSession,
  type Scope,
  type Session,
} from './sessions.ts';
import { invalidRequest, xrpcError } from './xrpc-error.ts';

const server = '/xrpc/com.atproto.server.';

/** Accounts and sessions: `com.atproto.server.*`. */
export function sessionRoutes(bluesky: Bluesky): Route[] {
  return [
    route('GET', `${server}describeServer`, () => describeServer(bluesky)),
    route('POST', `${server}createAccount`, (exchange) => createAccount(bluesky, exchange)),
    route('POST', `${server}createSession`, ({ fields }) => {
      const identifier = requireField(fields, 'identifier');
      const [account, scope] = logIn(bluesky, identifier, requireField(fields, 'password'));
      return show(bluesky, account, openSession(bluesky, account, scope));
    }),
    route('POST', `${server}refreshSession`, (exchange) => {
      const [account, session] = refreshSession(bluesky, exchange);
      return show(bluesky, account, session);
    }),
    route('GET', `${server}getSession`, (exchange) =>
      show(bluesky, authenticate(bluesky, exchange).account),
    ),
    route('POST', `${server}deleteSession`, (exchange) => {
      closeSession(bluesky, exchange);
      return { status: 200 };
    }),
    route('POST', `${server}createAppPassword`, (exchange) => createAppPassword(bluesky, exchange)),
    route('GET', `${server}getServiceAuth`, (exchange) => serviceAuth(bluesky, exchange)),
  ];
}

function describeServer({ settings }: Bluesky): Answer {
  return {
    status: 200,
    body: {
      did: serviceDid,
      availableUserDomains: ['.test'],
      inviteCodeRequired: false,
      blobUploadLimit: settings.blobUploadLimit,
      links: {},
      contact: {},
    },
  };
}

function createAccount(bluesky: Bluesky, { fields }: Exchange): Answer {
  const handle = requireField(fields, 'handle');
  if (findAccount(bluesky, handle)) throw invalidRequest(`Handle already taken: ${handle}`);
  const { password = base32Hash(16, bluesky.seed, handle, 'password'), email } = fields;
  const account = insertAccount(bluesky, {
    handle,
    password: typeof password === 'string' ? password : '',
    email: typeof email === 'string' ? email : undefined,
  });
  const session = openSession(bluesky, account, 'com.atproto.access');
  const didDoc = didDocument(bluesky, account);
  return { status: 200, body: { handle: account.handle, did: account.did, didDoc, ...session } };
}

function logIn(bluesky: Bluesky, identifier: string, password: string): [Account, Scope] {
  const account = findAccount(bluesky, identifier);
  if (account && isPassword(bluesky, account.did, password)) return [account, 'com.atproto.access'];
  if (account && isAppPassword(bluesky, account.did, password)) {
    return [account, 'com.atproto.appPass'];
  }
  throw xrpcError(401, 'AuthenticationRequired', 'Invalid identifier or password');
}

function show(bluesky: Bluesky, account: Account, session?: Session): Answer {
  const { did, handle, email } = account;
  return {
    status: 200,
    body: {
      ...session,
      did,
      didDoc: didDocument(bluesky, account),
      handle,
      ...(email === null ? {} : { email, emailConfirmed: false }),
      active: true,
    },
  };
}
