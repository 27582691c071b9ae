import { AfficheError, type Failure, PlatformError, redact } from '@affiche/core';
import {
  AuthorizationResponseError,
  JSON_ATTRIBUTE_COMPARISON,
  OperationProcessingError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'oauth4webapi';

/** What can go wrong between us, a browser and an authorization server. */
export type OAuthErrorCode =
  /** The person said no. */
  | 'oauth-denied'
  /** The answer belongs to another sign-in: somebody else may have started it. */
  | 'oauth-state-mismatch'
  /** The answer comes from another server than the one that was asked. */
  | 'oauth-issuer-mismatch'
  /** The server refused: the code, the verifier, the token or the client is not good. */
  | 'oauth-refused'
  /** The server answered with something else than the standard says. */
  | 'oauth-answer-invalid'
  | 'oauth-unreachable'
  | 'oauth-timeout';

/** Nobody answered in time. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut';
}

/** One of our errors, with nothing in it that opens an account. */
export function oauthError(
  code: OAuthErrorCode,
  { message, hint, ...failure }: Failure & { readonly hint: string },
): PlatformError<OAuthErrorCode> {
  return new PlatformError(code, { message, hint, details: { failure: { message, ...failure } } });
}

/**
 * What an error of the library means. Its own errors hold whole answers and are not passed on,
 * not even as a cause.
 */
export function translateError(
  error: unknown,
  { server, secrets }: { readonly server: string; readonly secrets: readonly string[] },
): AfficheError {
  if (AfficheError.isInstance(error)) return error;
  const say = (text: string) => redact(text, secrets);
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    const reason = say(`${error.error} ${error.error_description ?? ''}`.trim().slice(0, 300));
    const isDenied = error.error === 'access_denied';
    return oauthError(isDenied ? 'oauth-denied' : 'oauth-refused', {
      kind: isTemporary(error) ? 'transient' : 'permission',
      message: `${server} refused: ${reason}`,
      code: say(error.error.slice(0, 100)),
      ...('status' in error ? { status: error.status } : {}),
      hint: isDenied ? 'Sign in again, and agree.' : 'Sign in again.',
    });
  }
  if (error instanceof WWWAuthenticateChallengeError) {
    return oauthError('oauth-refused', {
      kind: 'permission',
      message: `${server} does not know the application, or its secret`,
      status: error.status,
      hint: 'Check the client’s id and secret, and where the secret goes.',
    });
  }
  if (error instanceof TimedOut) {
    return oauthError('oauth-timeout', {
      kind: 'transient',
      message: `${server}: ${error.message}`,
      hint: 'Try again later.',
    });
  }
  if (error instanceof OperationProcessingError) {
    return error.code === JSON_ATTRIBUTE_COMPARISON
      ? issuerMismatch(server)
      : invalidAnswer(server, error);
  }
  return oauthError('oauth-unreachable', {
    kind: 'transient',
    message: `${server} could not be asked: ${say(innermost(error))}`,
    hint: 'Check the address and the network, and try again.',
  });
}

/** An answer in the name of another server. */
export function issuerMismatch(server: string): PlatformError<OAuthErrorCode> {
  return oauthError('oauth-issuer-mismatch', {
    kind: 'permission',
    message: `The answer to signing in at ${server} comes from another server`,
    hint: 'Do not go on; check the address of the server, and sign in again.',
  });
}

function invalidAnswer(
  server: string,
  { cause }: OperationProcessingError,
): PlatformError<OAuthErrorCode> {
  const status = cause instanceof Response ? cause.status : undefined;
  return oauthError('oauth-answer-invalid', {
    kind: status !== undefined && status >= 500 ? 'transient' : 'unknown',
    message: `${server} answered ${status ?? ''} with something else than OAuth 2.0 says`,
    ...(status === undefined ? {} : { status }),
    hint: 'Check the endpoints; if they are right, try again later.',
  });
}

function isTemporary(error: AuthorizationResponseError | ResponseBodyError): boolean {
  if (['temporarily_unavailable', 'server_error', 'slow_down'].includes(error.error)) return true;
  return 'status' in error && (error.status >= 500 || error.status === 429);
}

/** `fetch` hides the reason behind "fetch failed". */
function innermost(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.cause instanceof Error) return innermost(error.cause);
  return 'code' in error ? String(error.code) : error.message;
}
