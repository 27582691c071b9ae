import { atMost, rule, type UtmRule, wholeLink } from './utm-rule.ts';

// Some applications cut addresses beyond this.
const longestLink = 2048;
const shorteners =
  /^(bit\.ly|bitly\.com|j\.mp|tinyurl\.com|t\.co|goo\.gl|ow\.ly|buff\.ly|is\.gd|lnkd\.in|fb\.me)$/;
const redirectors =
  /^(lm?\.facebook\.com|l\.instagram\.com|l\.threads\.(net|com)|out\.reddit\.com|(www\.)?google\.[a-z.]+|href\.li|slack-redir\.net|[\w-]+\.safelinks\.protection\.outlook\.com)$/;
const google = 'Google';
const clickIds: Readonly<Record<string, string>> = {
  gclid: google,
  gbraid: google,
  wbraid: google,
  dclid: google,
  msclkid: 'Microsoft',
  fbclid: 'Meta',
  igshid: 'Instagram',
  twclid: 'X',
  ttclid: 'TikTok',
  li_fat_id: 'LinkedIn',
  epik: 'Pinterest',
  sccid: 'Snapchat',
  rdt_cid: 'Reddit',
};

/** The rules about the link as a whole. */
export const linkRules: readonly UtmRule[] = [
  wholeLink(
    'link/insecure',
    'info',
    ({ link }) => /^http:/i.test(link),
    'A redirect to https may lose the parameters.',
    'Link to https.',
  ),
  atMost('link/too-long', 'warning', longestLink, ({ link }) => [['The link', link.length]]),
  wholeLink(
    'link/internal',
    'error',
    ({ host, utm, options }) =>
      utm.length > 0 && options.internalHosts?.some((own) => own.toLowerCase() === host),
    'Campaign parameters inside the site end the visitor’s real campaign.',
    'Leave them out: measure inner clicks with events.',
  ),
  wholeLink(
    'link/shortener',
    'warning',
    ({ host, utm }) => utm.length > 0 && shorteners.test(host),
    'A short link may drop the parameters.',
    'Tag the long link first, then shorten it, once.',
  ),
  wholeLink(
    'link/redirector',
    'warning',
    ({ host, parts }) =>
      redirectors.test(host) && parts.pairs.some(({ value }) => /^https?:\/\//i.test(value)),
    'The link goes through a redirector.',
    'Link to the page itself.',
  ),
  wholeLink(
    'link/html-entity',
    'error',
    ({ parts }) => parts.pairs.some(({ name }) => /^amp;/i.test(name)),
    'The link has &amp; for &.',
    'Write &.',
  ),
  wholeLink(
    'link/second-question-mark',
    'error',
    ({ link }) => /\?[^#]*\?(utm_|[\w-]+=)/i.test(link),
    'The link has a second ?.',
    'Join parameters with &.',
  ),
  wholeLink(
    'click-id/several',
    'error',
    ({ parts }) => new Set(parts.pairs.flatMap(({ name }) => clickIds[name] ?? [])).size > 1,
    'Several advertising systems will claim the visit.',
    'Remove the click ids: each system adds its own.',
  ),
  rule('click-id/copied', 'warning', ({ parts }) =>
    parts.pairs
      .filter(({ name, value }) => clickIds[name] && !/[{}]/.test(value))
      .map(({ name }) => ({
        message: `${name} is somebody’s click at ${clickIds[name]}.`,
        fix: `Remove ${name}.`,
      })),
  ),
  wholeLink(
    'click-id/overrides',
    'info',
    ({ parts, utm }) => utm.length > 0 && parts.pairs.some(({ name }) => clickIds[name] === google),
    'Google’s click id decides: the parameters are not read.',
    'Use automatic tagging or parameters, not both.',
  ),
];
