import { type Composition, epochMilliseconds, type Finding } from '@affiche/core';
import type { YouTubeFacts } from './facts.ts';
import type { YouTubeOptions, YouTubeSettings } from './settings.ts';

const source = {
  url: 'https://developers.google.com/youtube/v3/docs/videos#status',
  verifiedAt: '2026-11-21',
};

/** Whether what was asked for goes together, and what a person must say is said. */
export function checkChoices(
  { draft, options, facts }: Composition<YouTubeOptions, YouTubeFacts>,
  { audited = false }: YouTubeSettings,
): Finding[] {
  const { publishAt, privacy, madeForKids, playlists } = options;
  const findings: Finding[] = [];
  const tell = (
    rule: string,
    field: string,
    [message, fix]: readonly [string, string],
    severity: Finding['severity'] = 'error',
  ) => {
    findings.push({ rule: `youtube/${rule}`, severity, path: [field], message, fix, source });
  };
  if (madeForKids === undefined) {
    tell('made-for-kids/unsaid', 'madeForKids', [
      'The law wants to know whether the video is made for children, and nobody said.',
      'Set options.madeForKids to true or false.',
    ]);
  }
  if (publishAt !== undefined && privacy !== 'private') {
    tell('schedule/not-private', 'privacy', [
      `YouTube publishes by itself what is private, and this is ${privacy}.`,
      'Set options.privacy to private; it becomes public at its moment.',
    ]);
  }
  const { readAt } = facts;
  if (
    publishAt !== undefined &&
    readAt !== undefined &&
    epochMilliseconds(publishAt) <= epochMilliseconds(readAt)
  ) {
    tell('schedule/past', 'publishAt', [
      `The moment ${publishAt} has passed.`,
      'Choose a later one, or leave it out.',
    ]);
  }
  if (privacy === 'private' && draft.items.length > 1) {
    tell('comment/private', 'privacy', [
      'Nobody can comment on a private video.',
      'Publish the comment once it is public.',
    ]);
  }
  if (madeForKids && draft.items.length > 1) {
    tell('comment/made-for-kids', 'madeForKids', [
      'Videos made for children take no comments.',
      'Leave the comment out.',
    ]);
  }
  const known = facts.playlists;
  for (const id of playlists) {
    if (!known || known.some((each) => each.id === id)) continue;
    tell('playlist/unknown', 'playlists', [
      `The channel has no playlist ${id}.`,
      'Choose among those in the facts.',
    ]);
  }
  if (!audited && privacy !== 'private') {
    const words = [
      'Google is said to lock as private what projects upload that it has not audited.',
      'Ask for the audit, and then set `audited` of the adapter.',
    ] as const;
    tell('access/unaudited', 'privacy', words, 'warning');
  }
  return findings;
}
