import type { Composition, DraftItem, Finding } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import { checkWellFormed } from '../text-finding.ts';
import { checkUnoffered } from '../unoffered-finding.ts';
import { checkAudience } from './check-audience.ts';
import { checkDisclosure } from './check-disclosure.ts';
import { checkAttachments } from './check-media.ts';
import type { TikTokFacts } from './facts.ts';
import { tiktokLimits } from './limits.ts';
import { isPhotos, outgoingText, textLimit } from './rules.ts';
import type { TikTokOptions, TikTokSettings } from './settings.ts';

/** What stands between a draft and TikTok. */
export function check(
  composition: Composition<TikTokOptions, TikTokFacts>,
  settings: TikTokSettings,
): Finding[] {
  const { draft, options } = composition;
  return [
    ...draft.items.flatMap((item, index) => [
      ...checkTexts(item, index, options),
      ...checkAttachments(item, index, composition, settings),
    ]),
    ...checkAudience(composition, settings),
    ...checkDisclosure(composition),
    ...checkUnoffered(draft, { platform: 'tiktok', name: 'TikTok' }),
  ];
}

function checkTexts(item: DraftItem, index: number, options: TikTokOptions): Finding[] {
  const text = outgoingText(item);
  const path = ['items', index, 'text'];
  const findings = [
    ...checkWellFormed('tiktok', text, path),
    ...tooMuch({
      rule: 'tiktok/text/length',
      path,
      what: 'The text',
      measured: text.length,
      limit: textLimit(item),
      fix: 'Shorten it; an emoji counts 2 and more.',
    }),
    ...tooMuch({
      rule: 'tiktok/title/length',
      path: ['title'],
      what: 'The title',
      measured: options.title?.length ?? 0,
      limit: tiktokLimits.photoTitleUnits,
      fix: 'Shorten it.',
    }),
  ];
  if (options.title !== undefined && !isPhotos(item)) {
    findings.push({
      rule: 'tiktok/title/not-shown',
      severity: 'warning',
      path: ['title'],
      message: 'Only photos have a title above their text.',
      fix: 'Begin the text with it.',
    });
  }
  if (item.link) {
    findings.push({
      rule: 'tiktok/link/not-clickable',
      severity: 'info',
      path: ['items', index, 'link'],
      message: 'Nobody can open an address on TikTok; it is written into the text.',
      fix: 'Point to the link of the profile instead.',
    });
  }
  if (options.mode === 'inbox' && text !== '' && !isPhotos(item)) {
    findings.push({
      rule: 'tiktok/inbox/text-lost',
      severity: 'warning',
      path,
      message: 'A film in the inbox comes without its text: the creator writes it in the app.',
      fix: 'Send the text to the creator by other means, or publish directly.',
    });
  }
  return findings;
}
