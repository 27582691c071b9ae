import type { Account, AnyPlatform } from '@affiche/core';
import type { RunnerContext } from './context.ts';

/** An account with what it takes to ask its network something. */
export interface PlatformAccount {
  readonly context: RunnerContext;
  readonly platform: AnyPlatform;
  readonly account: Account;
}
