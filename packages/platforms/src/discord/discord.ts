import type { Account, Platform, PlatformIo } from '@affiche/core';
import type { Discord } from './api.ts';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { DiscordFacts, readFacts } from './facts.ts';
import { readInsights } from './insights.ts';
import { countInvalidRequests } from './invalid-requests.ts';
import { discordLimits } from './limits.ts';
import { discordManifest } from './manifest.ts';
import { preview } from './preview.ts';
import { reconcile } from './reconcile.ts';
import { run } from './run.ts';
import { DiscordOptions, type DiscordSettings } from './settings.ts';
import { type DiscordEdit, editText, undo } from './undo.ts';

/** The adapter of Discord, with everything that it can do. */
export type DiscordPlatform = Platform<DiscordOptions, DiscordFacts> &
  Required<Pick<Platform<DiscordOptions, DiscordFacts>, 'verify' | 'undo' | 'insights'>> & {
    /** Replaces the text of a message, and calls nobody. */
    editText(account: Account, edit: DiscordEdit, io: PlatformIo): Promise<void>;
  };

/**
 * Discord, through a webhook or a bot. The account's id is the webhook's, or the channel's.
 *
 * A webhook cannot list messages, so that one whose answer was lost is never sent again: a person must
 * look, or a bot that may read the channel. Messages of a bot have a nonce, which Discord recognises.
 *
 * ```ts
 * import { Draft } from '@affiche/core';
 * import { discord } from '@affiche/platforms/discord';
 *
 * const platform = discord();
 * const draft = Draft.parse({ id: 'galette', items: [{ text: 'The galette is back. @everyone' }] });
 * const account = { platform: 'discord', id: '1234567890' };
 * const options = platform.options.parse({ embeds: [{ title: 'Opening hours' }] });
 * const composition = { account, draft, options, facts: platform.defaultFacts };
 * platform.check(composition); // => []
 * platform.preview(composition).items[0]?.length.limit; // => 2000
 * ```
 *
 * @see {@link https://discord.com/developers/docs/resources/webhook | Discord: webhooks} (2026-11-21)
 */
export function discord(settings: DiscordSettings = {}): DiscordPlatform {
  const limits = discordLimits(settings);
  const shared: Discord = {
    ...settings,
    invalid: countInvalidRequests(settings.invalidRequests ?? 5000),
  };
  return {
    id: 'discord',
    manifest: discordManifest(settings),
    options: DiscordOptions,
    factsSchema: DiscordFacts,
    defaultFacts: DiscordFacts.parse({}),
    facts: (account, io) => readFacts(account, io, shared),
    check: (composition) => check(composition, limits, settings),
    preview: (composition) => preview(composition, limits),
    compile: (composition, seed) => compile(composition, seed, settings),
    run: (account, step, progress, io) => run(account, step, progress, io, shared),
    reconcile: (account, step, progress, armedAt, io) =>
      reconcile(account, step, progress, armedAt, io, shared),
    verify: async (account, io) => {
      // It answers only to the right token.
      await readFacts(account, io, shared);
    },
    undo: (account, step, output, io) => undo(account, step, output, io, shared),
    insights: (account, posts, io) => readInsights(account, posts, io, shared),
    editText: (account, edit, io) => editText(account, edit, io, shared),
  };
}
