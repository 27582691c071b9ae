import type { AnyPlatform, Calendar, Preview } from '@affiche/core';

/** The part of a platform adapter that previews need. */
export type PreviewingPlatform = Pick<AnyPlatform, 'id' | 'options' | 'defaultFacts' | 'preview'>;

/**
 * Previews every publication of a calendar as its network would show it, for `renderReport`. Works
 * offline, with the documented limits. A publication whose network or options nobody knows is left out.
 *
 * ```ts no-run
 * import { previewCalendar, renderReport, type ReportInput } from '@affiche/report';
 * import { bluesky } from '@affiche/platforms/bluesky';
 *
 * declare const input: ReportInput;
 * const previews = input.calendar && previewCalendar(input.calendar, [bluesky()]);
 * renderReport({ ...input, previews });
 * ```
 */
export function previewCalendar(
  { publications }: Calendar,
  platforms: readonly PreviewingPlatform[],
): Record<string, Preview> {
  const adapters = new Map(platforms.map((platform) => [platform.id, platform]));
  const previews: Record<string, Preview> = {};
  for (const { id, account, draft, options } of publications) {
    const platform = adapters.get(account.platform);
    const read = platform?.options.safeParse(options);
    if (!platform || !read?.success) continue;
    previews[id] = platform.preview({
      account,
      draft,
      options: read.data,
      facts: platform.defaultFacts,
    });
  }
  return previews;
}
