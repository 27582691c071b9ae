import type { Composition, DraftItem, Finding } from '@affiche/core';
import { checkPoll } from '../poll-finding.ts';
import { checkDisclosure } from '../text-finding.ts';
import { checkOpening } from '../thread-order.ts';
import { checkAttachments } from './check-media.ts';
import { checkPollWords } from './check-poll.ts';
import { checkText } from './check-text.ts';
import type { LinkedInFacts } from './facts.ts';
import { mayPost } from './roles.ts';
import { isOrganization, limitsOf } from './rules.ts';
import type { LinkedInOptions, LinkedInSettings } from './settings.ts';
import { checkVersion, defaultVersion } from './versions.ts';

type Composed = Composition<LinkedInOptions, LinkedInFacts>;

/** What stands between a draft and LinkedIn. */
export function check(composition: Composed, settings: LinkedInSettings): Finding[] {
  const { draft, options, facts } = composition;
  const limits = limitsOf(settings);
  const polls = {
    platform: 'linkedin',
    options: limits.pollOptions,
    optionCharacters: limits.pollOptionCharacters,
    minSeconds: limits.pollMinSeconds,
    maxSeconds: limits.pollMaxSeconds,
  };
  return [
    ...checkVersion(settings.apiVersion ?? defaultVersion, facts.readOn),
    ...checkAccount(composition),
    ...draft.items.flatMap((item, index) => {
      const isComment = index > 0 || draft.replyTo !== undefined;
      return [
        ...checkText(item, index, isComment, settings),
        ...checkAttachments(item, index, settings),
        ...checkPoll(item, index, polls),
        ...checkPollWords(item, index, options, limits),
        ...checkCard(item, index),
        ...(isComment ? checkComment(item, index, draft.replyTo !== undefined) : []),
      ];
    }),
    ...checkOptions(composition),
    ...checkOpening('linkedin', draft),
    ...checkDisclosure('linkedin', draft),
  ];
}

function checkAccount({ account, facts }: Composed): Finding[] {
  if (!/^urn:li:(?:organization|person):[\w-]+$/.test(account.id)) {
    return [
      {
        rule: 'linkedin/account/urn',
        severity: 'error',
        path: ['account', 'id'],
        message: 'The account is neither an organization nor a person.',
        measured: account.id,
        fix: 'Set account.id to such as "urn:li:organization:5515715" or "urn:li:person:abc".',
      },
    ];
  }
  if (!facts.roles || facts.roles.some(mayPost)) return [];
  return [
    {
      rule: 'linkedin/account/role',
      severity: 'error',
      path: ['account', 'id'],
      message: 'The member behind the token may not post for this organization.',
      measured: facts.roles.join(', ') || 'no role',
      fix: 'Let an administrator of the page make the member a content administrator.',
    },
  ];
}

function checkCard({ link, media, poll }: DraftItem, index: number): Finding[] {
  if (!link || media.length > 0 || poll || link.title !== undefined) return [];
  return [
    {
      rule: 'linkedin/link/untitled',
      severity: 'warning',
      path: ['items', index, 'link', 'title'],
      message: 'LinkedIn does not read the page, so that the card will show the bare address.',
      fix: 'Give the link a title, a description and an image.',
    },
  ];
}

/** What is not a post is a comment, and comments are words alone here. */
function checkComment(item: DraftItem, index: number, isAnswer: boolean): Finding[] {
  const findings: Finding[] = [];
  if (item.role !== 'first-comment' && !isAnswer) {
    findings.push({
      rule: 'linkedin/thread/none',
      severity: 'warning',
      path: ['items', index, 'role'],
      message: 'LinkedIn has no threads, so that this becomes a comment under the post.',
      fix: 'Say it in the post, or make it a post of its own.',
    });
  }
  if (item.media.length > 0 || item.poll) {
    findings.push({
      rule: 'linkedin/comment/words-only',
      severity: 'error',
      path: ['items', index],
      message: 'A comment holds words, and neither files nor a poll.',
      fix: 'Put them into the post.',
    });
  }
  return findings;
}

function checkOptions({ account, draft, options }: Composed): Finding[] {
  const findings: Finding[] = [];
  const [first] = draft.items;
  if (options.visibility === 'CONNECTIONS' && isOrganization(account)) {
    findings.push({
      rule: 'linkedin/visibility/connections',
      severity: 'error',
      path: ['options', 'visibility'],
      message: 'An organization has no connections.',
      fix: 'Make the post public.',
    });
  }
  if (options.reshare && (first?.media.length || first?.poll || first?.link)) {
    findings.push({
      rule: 'linkedin/reshare/with-content',
      severity: 'error',
      path: ['options', 'reshare'],
      message: 'A post shares another, or holds files, a poll or a link.',
      fix: 'Put them into a post of their own.',
    });
  }
  if (draft.contentWarning !== undefined) {
    findings.push({
      rule: 'linkedin/content-warning/not-shown',
      severity: 'warning',
      path: ['contentWarning'],
      message: 'LinkedIn shows no content warning, so this one is lost.',
      fix: 'Begin the text with the warning.',
    });
  }
  return findings;
}
