import type { CampaignBrief, CampaignVariant } from './campaign.ts';

/**
 * One variant of a brief for each network: those already written are kept, the others start
 * from the brief's own message.
 *
 * ```ts
 * import { declineCampaign } from '@affiche/strategy';
 *
 * const brief = { id: 'galette', message: 'Whole almonds.', variants: [] };
 * const variants = declineCampaign(brief, ['bluesky', 'mastodon']);
 * variants.map(({ id }) => id); // => ['galette-bluesky', 'galette-mastodon']
 * ```
 */
export function declineCampaign(
  { id, message, variants }: Pick<CampaignBrief, 'id' | 'message' | 'variants'>,
  platforms: readonly string[],
): CampaignVariant[] {
  return [...new Set(platforms)].map(
    (platform) =>
      variants.find((variant) => variant.platform === platform) ?? {
        id: `${id}-${platform}`,
        campaign: id,
        platform,
        message,
      },
  );
}
