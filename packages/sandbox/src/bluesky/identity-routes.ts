import { readerNamed } from '../audience/readers.ts';
import type { Route } from '../http/route.ts';
import { type Account, findAccount, readerDid, readerDomain } from './accounts.ts';
import type { Bluesky } from './context.ts';
import { requireParameter } from './fields.ts';
import { isHandle } from './syntax.ts';
import { badInput, xrpcError } from './xrpc-error.ts';

/** Names and their identifiers: `com.atproto.identity.*`. */
export function identityRoutes(bluesky: Bluesky): Route[] {
  return [
    {
      method: 'GET',
      path: '/xrpc/com.atproto.identity.resolveHandle',
      handle(exchange) {
        const handle = requireParameter(exchange, 'handle');
        if (!isHandle(handle)) {
          throw badInput(
            `Invalid com.atproto.identity.resolveHandle params: Invalid handle (got ${JSON.stringify(handle)})`,
          );
        }
        const did = resolve(bluesky, handle);
        if (did === undefined) {
          throw xrpcError(400, 'HandleNotFound', 'Unable to resolve handle');
        }
        return { status: 200, body: { did } };
      },
    },
  ];
}

function resolve(bluesky: Bluesky, handle: string): string | undefined {
  const [name = '', ...domain] = handle.toLowerCase().split('.');
  const reader = domain.join('.') === readerDomain ? readerNamed(name) : undefined;
  return reader ? readerDid(bluesky, reader) : findAccount(bluesky, handle)?.did;
}

/** The document that tells clients where an account lives. */
export function didDocument({ url }: Bluesky, { did, handle }: Account) {
  return {
    '@context': ['https://www.w3.org/ns/did/v1'],
    id: did,
    alsoKnownAs: [`at://${handle}`],
    verificationMethod: [],
    service: [{ id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint: url() }],
  };
}
