import { type Credentials, instant, type PlatformIo } from '@affiche/core';

/** What a token endpoint gives in exchange for a refresh token. */
export interface RenewedTokens {
  readonly access_token: string;
  /** Absent where the old one stays good. */
  readonly refresh_token?: string | undefined;
  /** Life of the access token in seconds. */
  readonly expires_in?: number | undefined;
  /** What is left of the refresh token's life, in seconds. */
  readonly refresh_token_expires_in?: number | undefined;
}

/** The credentials with new tokens in the place of the old; what was not replaced stays. */
export function renewedCredentials(
  { credentials, clock }: Pick<PlatformIo, 'credentials' | 'clock'>,
  tokens: RenewedTokens,
): Credentials {
  const { expiresAt: _old, ...kept } = credentials;
  const { refresh_token: refreshToken } = tokens;
  const after = (seconds: number) => instant(clock.now() + seconds * 1000);
  return {
    ...kept,
    accessToken: tokens.access_token,
    ...(refreshToken && { refreshToken }),
    ...(tokens.expires_in && { expiresAt: after(tokens.expires_in) }),
    ...(tokens.refresh_token_expires_in && {
      refreshExpiresAt: after(tokens.refresh_token_expires_in),
    }),
  };
}
