import type { Finding } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import type { DiscordLimits } from './limits.ts';
import { countDiscord } from './rules.ts';
import type { DiscordOptions, DiscordSettings } from './settings.ts';

/** What is wrong with where a message goes and under which name. */
export function checkPlace(
  { username = '', avatarUrl, thread, threadName = '', tags }: DiscordOptions,
  limits: DiscordLimits,
  { as = 'webhook' }: DiscordSettings,
): Finding[] {
  const findings = [
    ...tooMuch({
      rule: 'discord/username/length',
      path: ['username'],
      what: 'The name',
      measured: countDiscord(username),
      limit: limits.username,
      fix: 'Shorten it.',
    }),
    ...tooMuch({
      rule: 'discord/thread/name-length',
      path: ['threadName'],
      what: 'The title of the thread',
      measured: countDiscord(threadName),
      limit: limits.threadName,
      fix: 'Shorten it.',
    }),
    ...tooMuch({
      rule: 'discord/thread/tags',
      path: ['tags'],
      what: 'The thread',
      measured: tags.length,
      limit: limits.tags,
      fix: 'Keep the most telling ones.',
    }),
  ];
  const tell = (aspect: string, path: Finding['path'], message: string, fix: string) => {
    findings.push({ rule: `discord/${aspect}`, severity: 'error', path, message, fix });
  };
  if (/clyde|discord/i.test(username)) {
    tell(
      'username/reserved',
      ['username'],
      'Discord refuses names with its own in them.',
      'Choose another.',
    );
  }
  if (avatarUrl !== undefined && !/^https?:\/\/\S+$/i.test(avatarUrl)) {
    tell(
      'username/avatar',
      ['avatarUrl'],
      `"${avatarUrl}" is no address of the web.`,
      'Give the address of a picture.',
    );
  }
  if (threadName !== '' && thread !== undefined) {
    tell(
      'thread/both',
      ['threadName'],
      'A message goes into a thread, or opens one.',
      'Leave one of them out.',
    );
  }
  if (tags.length > 0 && threadName === '') {
    tell(
      'thread/no-title',
      ['tags'],
      'Tags belong to a thread that the message opens.',
      'Give the thread a title.',
    );
  }
  if (as === 'bot' && (username !== '' || avatarUrl !== undefined || threadName !== '')) {
    tell(
      'webhook/only',
      [],
      'Only a webhook takes a name, a picture, or opens a thread in a forum.',
      'Post as a webhook, or leave them out.',
    );
  }
  return findings;
}
