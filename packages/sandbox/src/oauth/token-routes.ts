import type { Answer, Exchange } from '../http/exchange.ts';
import { Refusal } from '../http/refusal.ts';
import { type Route, route } from '../http/route.ts';
import type { SandboxContext } from '../start-sandbox.ts';
import { redeemCode } from './codes.ts';
import { consentRoutes } from './consent-page.ts';
import { type GrantedTokens, type GrantLives, grantTokens, holderOf } from './tokens.ts';

/** What differs between networks that give tokens for codes, and new ones for refresh tokens. */
export interface TokenDialect {
  readonly network: string;
  readonly consentPath: string;
  readonly tokenPath: string;
  readonly lives: () => GrantLives;
  /** Who can say yes. */
  readonly accounts: () => readonly { readonly id: string; readonly name: string }[];
  /** Whether the application proves that it is itself. */
  readonly isApplication: (exchange: Exchange) => boolean;
  /** How tokens are written. */
  readonly answer: (granted: Granted) => object;
  /** How a no is written. */
  readonly refusal: (description: string) => Answer;
}

/** What somebody got, and for what. */
interface Granted extends GrantedTokens {
  readonly account: string;
  readonly grant: string;
}

/** The page where a person says yes, and the exchange of codes and refresh tokens. */
export function tokenRoutes(state: SandboxContext<unknown>, dialect: TokenDialect): Route[] {
  const { network, consentPath, tokenPath, accounts } = dialect;
  const page = {
    path: consentPath,
    network,
    challenge: 'allowed',
    codeSeconds: 600,
    accounts,
  } as const;
  return [
    ...consentRoutes(state, page),
    route('POST', tokenPath, (exchange) => {
      if (!dialect.isApplication(exchange)) {
        throw new Refusal(dialect.refusal('The application is not known'));
      }
      const spent = spentBy(state, exchange);
      if ('why' in spent) throw new Refusal(dialect.refusal(spent.why));
      const { account, text, grant } = spent;
      const tokens = grantTokens(state, account, { ...dialect.lives(), spent: text });
      return { status: 200, body: dialect.answer({ ...tokens, account, grant }) };
    }),
  ];
}

function spentBy(
  state: SandboxContext<unknown>,
  exchange: Exchange,
):
  | { readonly account: string; readonly text: string; readonly grant: string }
  | { readonly why: string } {
  const text = (name: string) => {
    const value = exchange.fields[name];
    return typeof value === 'string' ? value : '';
  };
  const grant = text('grant_type');
  if (grant === 'authorization_code') {
    const consent = redeemCode(state, exchange);
    if (typeof consent === 'string') return { why: consent };
    return { account: consent.account, text: text('code'), grant };
  }
  const refresh = text('refresh_token');
  const account = grant === 'refresh_token' ? holderOf(state, 'refresh', refresh) : undefined;
  return account === undefined
    ? { why: 'The refresh token is not good' }
    : { account, text: refresh, grant };
}
