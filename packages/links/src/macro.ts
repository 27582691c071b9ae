/**
 * The placeholders that advertising systems fill in when somebody clicks: `{{campaign.id}}` of Meta,
 * `__CAMPAIGN_ID__` of TikTok, `{campaignid}` of Google Ads and Microsoft Advertising.
 */
const macro = /\{\{[^{}]+\}\}|\{[A-Za-z_][\w:.+-]*\}|__[A-Z0-9]+(?:_[A-Z0-9]+)*__/g;

/** Applies a function to everything in a text that is no macro. */
export function outsideMacros(text: string, change: (part: string) => string): string {
  let result = '';
  let end = 0;
  for (const match of text.matchAll(macro)) {
    result += change(text.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return result + change(text.slice(end));
}

/** Whether an advertising system will fill in some of the text. */
export function hasMacro(text: string): boolean {
  return text.search(macro) >= 0;
}
