import type { Composition, Finding } from '@affiche/core';
import { checkGraphVersion, defaultVersion } from '../meta/versions.ts';
import { checkDisclosure } from '../text-finding.ts';
import { checkOpening } from '../thread-order.ts';
import { checkCaption } from './check-caption.ts';
import { checkChoices } from './check-choices.ts';
import { checkComment } from './check-comment.ts';
import { checkFiles } from './check-media.ts';
import { checkQuota } from './check-quota.ts';
import type { InstagramFacts } from './facts.ts';
import { instagramLimits } from './limits.ts';
import type { InstagramOptions } from './options.ts';
import { formatOf } from './rules.ts';
import type { InstagramSettings } from './settings.ts';

/** What stands between a draft and Instagram. */
export function check(
  composition: Composition<InstagramOptions, InstagramFacts>,
  settings: InstagramSettings,
): Finding[] {
  const { draft, options, facts } = composition;
  const limits = instagramLimits(settings);
  const [post, ...comments] = draft.items;
  if (!post) return [];
  const version = checkGraphVersion({
    platform: 'instagram',
    version: settings.version ?? defaultVersion,
    today: facts.readAt?.slice(0, 10),
  });
  if (draft.replyTo) {
    const answers = draft.items.flatMap((item, index) =>
      checkComment(item, index, composition, limits),
    );
    return [...version, ...answers];
  }
  const format = formatOf(draft, options);
  return [
    ...version,
    ...checkCaption(post, format, limits, settings),
    ...checkFiles(post, format, limits, settings),
    ...comments.flatMap((item, index) => checkComment(item, index + 1, composition, limits)),
    ...checkChoices(composition, format, limits),
    ...checkQuota(composition),
    ...checkOpening('instagram', draft),
    ...(options.paidPartnership ? [] : checkDisclosure('instagram', draft).map(withLabel)),
  ];
}

/** Instagram has a label of its own, which somebody must ask for. */
function withLabel(finding: Finding): Finding {
  return {
    ...finding,
    message: `Neither the network’s label nor the caption says "${finding.measured}".`,
    fix: 'Set paidPartnership for the label, or say it at the start of the caption.',
  };
}
