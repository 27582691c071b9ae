import { type Account, accountKey, registry } from '@affiche/core';
import type { ReportInput } from './report-input.ts';

/** The name people know a network by; its id where we do not know it. */
export function networkName(platform: string): string {
  const id = platform.toLowerCase();
  return registry().networks.find((network) => network.id === id)?.name ?? platform;
}

/** What people call an account: its handle, or else its id. */
export function accountName({ handle, id }: Account): string {
  return handle ?? id;
}

/** The names of the networks a report is about, each once, in the strategy's order. */
export function networkNames({ strategy, calendar }: ReportInput): string[] {
  const accounts = [
    ...strategy.channels.map(({ account }) => account),
    ...(calendar?.publications ?? []).map(({ account }) => account),
  ];
  return [...new Set(accounts.map(({ platform }) => networkName(platform)))];
}

/** Finds what to call an account by its key: `Bluesky @levain.example`. */
export function accountNames({ strategy, calendar }: ReportInput): (key: string) => string {
  const names = new Map<string, string>();
  for (const { account } of [...strategy.channels, ...(calendar?.publications ?? [])]) {
    names.set(accountKey(account), `${networkName(account.platform)} ${accountName(account)}`);
  }
  return (key) => names.get(key) ?? key;
}
