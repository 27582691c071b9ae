import { instant } from '@affiche/core';
import { mastodonAudience } from '../audience/profile.ts';
import type {
  NewAccount,
  Sandbox,
  SandboxAccount,
  SandboxOptions,
  SandboxPost,
} from '../sandbox.ts';
import { startSandbox } from '../start-sandbox.ts';
import { findAccountNamed, insertAccount } from './accounts.ts';
import type { Telegram } from './context.ts';
import { messagesOf } from './messages.ts';
import { telegramNetwork } from './network.ts';
import { telegramDefaults, type TelegramSandboxSettings } from './settings.ts';
import { telegramTables } from './tables.ts';

/**
 * Starts a Telegram Bot API on loopback, with simulated readers and with faults. An account is a
 * channel with its discussion group and a bot that may post; what its readers comment arrives as
 * updates. They behave as those of Mastodon, another network without an algorithm.
 *
 * ```ts
 * import { telegramSandbox } from '@affiche/sandbox';
 *
 * await using server = await telegramSandbox({ seed: 'readme' });
 * const { id, credentials } = server.createAccount({ handle: 'bakery', followers: 900 });
 * const answer = await fetch(`${server.url}/bot${credentials['botToken']}/sendMessage`, {
 *   method: 'POST',
 *   body: new URLSearchParams({ chat_id: '@bakery', text: 'The galette is back.' }),
 * });
 * answer.status; // => 200
 * server.posts(id).length; // => 1
 * ```
 *
 * @throws ConfigurationError `port-unavailable`; StorageError `sandbox-database`
 */
export function telegramSandbox(
  options: SandboxOptions<TelegramSandboxSettings> = {},
): Promise<Sandbox<TelegramSandboxSettings>> {
  return startSandbox(
    {
      tables: telegramTables,
      settings: telegramDefaults,
      audience: mastodonAudience,
      network: telegramNetwork,
      createAccount,
      posts,
    },
    options,
  );
}

function createAccount(
  telegram: Telegram,
  { handle, displayName, followers = 0 }: NewAccount,
): SandboxAccount {
  const username = handle.replace(/^@/, '');
  const { chat, token } =
    findAccountNamed(telegram, username) ??
    insertAccount(telegram, { username, title: displayName ?? username, followers });
  // Nobody signs in with a password here.
  return {
    id: String(chat),
    handle: username,
    password: token,
    credentials: { botToken: token },
  };
}

/** What a message says, whichever kind it is of. */
interface Shown {
  readonly text?: string;
  readonly caption?: string;
  readonly poll?: { readonly question: string };
}

function posts(telegram: Telegram, accountId: string): SandboxPost[] {
  return messagesOf(telegram, Number(accountId)).map(({ id, chat, fields, sentAt, replyTo }) => {
    const { text, caption, poll } = fields as Shown;
    return {
      id: `${chat}/${id}`,
      url: `https://t.me/c/${String(chat).replace('-100', '')}/${id}`,
      text: text ?? caption ?? poll?.question ?? '',
      publishedAt: instant(sentAt),
      ...(replyTo === null ? {} : { inReplyTo: `${chat}/${replyTo}` }),
    };
  });
}
