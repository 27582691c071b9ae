import { instant } from '@affiche/core';
import { mastodonAudience } from '../audience/profile.ts';
import { isRecord } from '../http/body-fields.ts';
import type {
  NewAccount,
  Sandbox,
  SandboxAccount,
  SandboxOptions,
  SandboxPost,
} from '../sandbox.ts';
import { startSandbox } from '../start-sandbox.ts';
import { findAccount, insertAccount } from './accounts.ts';
import type { Discord } from './context.ts';
import { messagesOf } from './messages.ts';
import { discordNetwork } from './network.ts';
import { discordDefaults, type DiscordSandboxSettings } from './settings.ts';
import { discordTables } from './tables.ts';

/**
 * Starts a Discord server on loopback, with simulated readers and with faults. An account is a channel
 * with a webhook, whose id it has, and a bot. Its readers behave as those of Mastodon, another network
 * without an algorithm.
 *
 * ```ts
 * import { discordSandbox } from '@affiche/sandbox';
 *
 * await using server = await discordSandbox({ seed: 'readme' });
 * const { id, credentials } = server.createAccount({ handle: 'bakery', followers: 900 });
 * const address = `${server.url}/api/v10/webhooks/${id}/${credentials['webhookToken']}?wait=true`;
 * const answer = await fetch(address, {
 *   method: 'POST',
 *   headers: { 'content-type': 'application/json' },
 *   body: JSON.stringify({ content: 'The galette is back.' }),
 * });
 * answer.status; // => 200
 * server.posts(id).length; // => 1
 * ```
 *
 * @throws ConfigurationError `port-unavailable`; StorageError `sandbox-database`
 */
export function discordSandbox(
  options: SandboxOptions<DiscordSandboxSettings> = {},
): Promise<Sandbox<DiscordSandboxSettings>> {
  return startSandbox(
    {
      tables: discordTables,
      settings: discordDefaults,
      audience: mastodonAudience,
      network: discordNetwork,
      createAccount,
      posts,
    },
    options,
  );
}

function createAccount(discord: Discord, { handle, followers = 0 }: NewAccount): SandboxAccount {
  const account = findAccount(discord, handle) ?? insertAccount(discord, handle, followers);
  const { webhook, webhookToken, botToken } = account;
  // Nobody signs in with a password here.
  return { id: webhook, handle, password: webhookToken, credentials: { webhookToken, botToken } };
}

function posts(discord: Discord, accountId: string): SandboxPost[] {
  const account = findAccount(discord, accountId);
  return messagesOf(discord, account?.webhook ?? '').map(({ id, channel, fields, sentAt }) => {
    const { content, poll, message_reference: reference } = fields;
    const question = isRecord(poll) && isRecord(poll['question']) ? poll['question']['text'] : '';
    return {
      id: `${channel}/${id}`,
      url: `https://discord.com/channels/${account?.guild}/${channel}/${id}`,
      text: typeof content === 'string' ? content.trim() : String(question),
      publishedAt: instant(sentAt),
      ...(isRecord(reference) && { inReplyTo: `${channel}/${String(reference['message_id'])}` }),
    };
  });
}
