import type { ThreadsOptions } from './settings.ts';

const audiences = {
  everyone: 'everyone',
  following: 'accounts_you_follow',
  mentioned: 'mentioned_only',
  author: 'parent_post_author_only',
  followers: 'followers_only',
} as const;

/** What a publication's options add to its first container. */
export function firstPostFields(options: ThreadsOptions): Record<string, string> {
  const { quote, topic, longText, giphy, location, countries, spoilers } = options;
  return {
    ...(options.replies !== 'everyone' && { reply_control: audiences[options.replies] }),
    ...(quote && { quote_post_id: quote.id }),
    ...(topic !== undefined && { topic_tag: topic }),
    ...(longText !== undefined && { text_attachment: JSON.stringify(attachment(options)) }),
    ...(spoilers.length > 0 && {
      text_entities: JSON.stringify(
        spoilers.map((range) => ({ entity_type: 'SPOILER', ...range })),
      ),
    }),
    ...(giphy !== undefined && {
      gif_attachment: JSON.stringify({ gif_id: giphy, provider: 'GIPHY' }),
    }),
    ...(location !== undefined && { location_id: location }),
    ...(countries && { allowlisted_country_codes: countries.join(',') }),
    ...(options.ghost && { is_ghost_post: 'true' }),
    ...(options.approveReplies && { enable_reply_approvals: 'true' }),
    ...(options.shareToInstagram && { crossreshare_to_ig: 'true' }),
  };
}

function attachment({ longText, longTextLink, longTextStyles }: ThreadsOptions) {
  return {
    plaintext: longText,
    link_attachment_url: longTextLink,
    ...(longTextStyles.length > 0 && {
      text_with_styling_info: longTextStyles.map(({ styles, ...range }) => ({
        ...range,
        styling_info: styles,
      })),
    }),
  };
}
