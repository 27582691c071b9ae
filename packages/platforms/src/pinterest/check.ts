import type { Composition, Finding } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import { checkDisclosure, checkWellFormed } from '../text-finding.ts';
import { checkUnoffered } from '../unoffered-finding.ts';
import { checkBoard } from './check-board.ts';
import { checkAttachments } from './check-media.ts';
import type { PinterestFacts } from './facts.ts';
import { pinterestLimits } from './limits.ts';
import { altOf, countCharacters, titleOf } from './rules.ts';
import type { PinterestOptions, PinterestSettings } from './settings.ts';

type Pinterest = Composition<PinterestOptions, PinterestFacts>;

/** What stands between a draft and Pinterest. */
export function check(composition: Pinterest, settings: PinterestSettings): Finding[] {
  const { draft, options } = composition;
  return [
    ...checkTexts(composition, settings),
    ...draft.items.flatMap((item, index) => checkAttachments(item, index, options, settings)),
    ...checkBoard(composition, settings),
    ...checkUnoffered(draft, { platform: 'pinterest', name: 'Pinterest' }),
    ...checkDisclosure('pinterest', draft),
  ];
}

function checkTexts({ draft, options }: Pinterest, settings: PinterestSettings): Finding[] {
  const limits = pinterestLimits(settings);
  return draft.items.flatMap((item, index) => {
    const title = titleOf(item, options) ?? '';
    const from = options.title === undefined ? ['items', index, 'link', 'title'] : ['title'];
    const textPath = ['items', index, 'text'];
    const fix = 'Shorten it.';
    return [
      ...checkWellFormed('pinterest', item.text, textPath),
      ...checkWellFormed('pinterest', title, from),
      ...tooMuch({
        rule: 'pinterest/text/length',
        path: textPath,
        what: 'The description',
        measured: countCharacters(item.text),
        limit: limits.textCharacters,
        fix,
      }),
      ...tooMuch({
        rule: 'pinterest/title/length',
        path: from,
        what: 'The title',
        measured: countCharacters(title),
        limit: limits.titleCharacters,
        fix,
      }),
      ...tooMuch({
        rule: 'pinterest/link/length',
        path: ['items', index, 'link', 'url'],
        what: 'The address',
        measured: countCharacters(item.link?.url ?? ''),
        limit: limits.linkCharacters,
        fix: 'Use a shorter address, such as a short link of your own domain.',
      }),
      // Each alone is measured with its picture.
      ...(item.media.length < 2
        ? []
        : tooMuch({
            rule: 'pinterest/alt/length',
            path: ['items', index, 'media'],
            what: 'The text alternative of the whole carousel',
            measured: countCharacters(altOf(item.media) ?? ''),
            limit: limits.altCharacters,
            fix: 'Shorten the text alternatives: a carousel has one for all its pictures.',
          })),
    ];
  });
}
