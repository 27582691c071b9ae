import type { Draft, Finding } from '@affiche/core';

/** What a network without conversations cannot do with a draft. */
export interface Unoffered {
  readonly platform: string;
  /** The name people know. */
  readonly name: string;
  /** What can follow the first item; nothing by default. */
  readonly follows?: readonly Draft['items'][number]['role'][];
  /** Whether a draft may answer somebody. */
  readonly answers?: boolean;
  /** Whether there are polls. */
  readonly polls?: boolean;
}

/** Findings for everything in a draft that the network has no place for: nothing is dropped silently. */
export function checkUnoffered(
  { items, replyTo, contentWarning }: Draft,
  { platform, name, follows = [], answers = false, polls = false }: Unoffered,
): Finding[] {
  const findings: Finding[] = [];
  const tell = (
    rule: string,
    path: Finding['path'],
    [message, fix]: readonly [string, string],
    severity: Finding['severity'] = 'error',
  ) => {
    findings.push({ rule: `${platform}/${rule}`, severity, path, message, fix });
  };
  for (const [index, { role, poll }] of items.entries()) {
    const path = ['items', index];
    if (index > 0 && !follows.includes(role)) {
      tell('thread/not-offered', path, [
        `${name} has no place for a ${role} after the first item.`,
        'Say everything in the first item, or make drafts of the others.',
      ]);
    }
    if (poll && !polls) {
      tell('poll/not-offered', [...path, 'poll'], [`${name} has no polls.`, 'Leave it out.']);
    }
  }
  if (replyTo && !answers) {
    const words = [`On ${name} nobody can be answered.`, 'Publish it on its own.'] as const;
    tell('reply/not-offered', ['replyTo'], words);
  }
  if (contentWarning !== undefined) {
    const words = [
      `${name} shows no warning before a post.`,
      'Begin the text with the warning.',
    ] as const;
    tell('content-warning/not-shown', ['contentWarning'], words, 'warning');
  }
  return findings;
}
