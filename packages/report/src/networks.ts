import { type Account, accountKey, registry } from '@affiche/core';
import type { ReportContext } from './report-context.ts';
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

// Each that a post is planned for, in the strategy's order.
function networkNames({ strategy, calendar }: ReportInput): string[] {
  const planned = new Set((calendar?.publications ?? []).map(({ account }) => account.platform));
  const known = strategy.channels.map(({ account }) => account.platform);
  const ordered = [...known.filter((platform) => planned.has(platform)), ...planned];
  return [...new Set(ordered.map(networkName))];
}

// More names than this are no sentence.
const mostNamed = 4;

/** The networks of the plan as words of a sentence: their names while they are few, else their number. */
export function networkList({ input, words, formats }: ReportContext): string {
  const names = networkNames(input);
  return names.length > mostNamed
    ? words.networks(formats.count(names.length))
    : formats.list(names);
}

/** Finds what to call an account by its key: `Bluesky @levain.example`. */
export function accountNames({ strategy, calendar }: ReportInput): (key: string) => string {
  const names = new Map<string, string>();
  for (const { account } of [...strategy.channels, ...(calendar?.publications ?? [])]) {
    names.set(accountKey(account), `${networkName(account.platform)} ${accountName(account)}`);
  }
  return (key) => names.get(key) ?? key;
}
