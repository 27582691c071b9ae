import type { Composition, Finding } from '@affiche/core';
import type { PinterestFacts } from './facts.ts';
import type { PinterestOptions, PinterestSettings } from './settings.ts';

const source = {
  url: 'https://developers.pinterest.com/docs/key-concepts/access-tiers/',
  verifiedAt: '2026-11-21',
};

/** Where the pin goes, and who will see it there. */
export function checkBoard(
  { options, facts }: Composition<PinterestOptions, PinterestFacts>,
  { access }: PinterestSettings,
): Finding[] {
  const findings: Finding[] = [];
  if (access === 'trial') {
    findings.push({
      rule: 'pinterest/access/trial',
      severity: 'warning',
      path: [],
      message: 'The application has trial access: only the account itself will see the pin.',
      fix: 'Ask Pinterest for standard access.',
      source,
    });
  }
  const { board: id, section } = options;
  if (id === undefined) {
    const known = (facts.boards ?? [])
      .slice(0, 5)
      .map(({ name, id: number }) => `${name} ${number}`);
    const fix = `Set options.board${known.length > 0 ? `, to one of: ${known.join(', ')}` : ''}.`;
    const message = 'A pin goes to a board, and none is named.';
    return [...findings, error('board/missing', ['board'], message, fix)];
  }
  const board = facts.boards?.find((each) => each.id === id);
  if (facts.boards && !board) {
    const message = `The account has no board ${id}.`;
    return [...findings, error('board/unknown', ['board'], message, 'Choose one of its boards.')];
  }
  if (board && board.privacy !== undefined && board.privacy !== 'PUBLIC') {
    findings.push({
      rule: 'pinterest/board/not-public',
      severity: 'warning',
      path: ['board'],
      message: `The board ${board.name} is ${board.privacy.toLowerCase()}: not everybody sees its pins.`,
      fix: 'Choose a public board, if people are to find the pin.',
    });
  }
  const sections = board?.sections;
  if (section !== undefined && sections && !sections.some((each) => each.id === section)) {
    const message = `The board ${board.name} has no section ${section}.`;
    findings.push(error('section/unknown', ['section'], message, 'Choose one of its sections.'));
  }
  return findings;
}

function error(rule: string, path: Finding['path'], message: string, fix: string): Finding {
  return { rule: `pinterest/${rule}`, severity: 'error', path, message, fix };
}
