import type { SourceCategory } from './channel-rules.ts';

/** Names of sites by kind, in lower case, as they appear in `utm_source` or as a referring host. */
export type SourceList = Readonly<Partial<Record<SourceCategory, readonly string[]>>>;

/**
 * The best-known sites of Google's list of source categories: enough for campaigns on the networks
 * of the registry, not the whole list of some eight hundred. Load that with {@link sourceList}.
 *
 * @see {@link https://support.google.com/analytics/answer/9756891 | Google Analytics: default channel group}, 2026-11-21
 */
export const knownSources: SourceList = {
  social: names(`
    facebook, facebook.com, fb, fb.me, m.facebook.com, l.facebook.com, lm.facebook.com,
    business.facebook.com, web.facebook.com, free.facebook.com, instagram, instagram.com,
    l.instagram.com, ig, messenger, messenger.com, l.messenger.com, whatsapp, whatsapp.com,
    twitter, twitter.com, t.co, tweetdeck, linkedin, linkedin.com, lnkd.in, pinterest,
    pinterest.com, pinterest.fr, pinterest.de, pinterest.co.uk, pinterest.es, pinterest.it,
    pinterest.ca, reddit, reddit.com, old.reddit.com, out.reddit.com, amp.reddit.com, snapchat,
    snapchat.com, tiktok, tiktok.com, tumblr, tumblr.com, t.me, line, line.me, wechat,
    wechat.com, weibo, weibo.com, vk.com, vkontakte.ru, xing, xing.com, quora, quora.com,
    flipboard, flipboard.com, medium.com, blogger, blogger.com, blogspot.com, wordpress,
    wordpress.com, wordpress.org, yelp, yelp.com, tripadvisor, tripadvisor.com, trustpilot,
    meetup, meetup.com, foursquare, foursquare.com, goodreads, goodreads.com,
    news.ycombinator.com, stackoverflow.com, slideshare.net, hootsuite, hootsuite.com, scoop.it,
    copainsdavant.linternaute.com, skyrock.com, over-blog.com, canalblog.com, google+,
    googleplus, plus.google.com, plus.url.google.com, groups.google.com, social, bit.ly, goo.gl,
    tinyurl.com
  `),
  search: names(`
    google, search.google.com, news.google.com, lens.google.com, bing, cn.bing.com, duckduckgo,
    yahoo, yahoo.com, fr.search.yahoo.com, de.search.yahoo.com, uk.search.yahoo.com,
    us.search.yahoo.com, qwant, qwant.com, lite.qwant.com, ecosia.org, exalead.com, baidu,
    m.baidu.com, yandex, yandex.com, yandex.ru, naver, naver.com, m.search.naver.com, daum,
    sogou, so.com, 360.cn, seznam, seznam.cz, aol, ask, msn, msn.com, ntp.msn.com, lycos,
    dogpile.com
  `),
  shopping: names(`
    amazon, amazon.com, amazon.co.uk, ebay, ebay.com, ebay.co.uk, ebay.de, etsy, etsy.com,
    alibaba, alibaba.com, walmart, walmart.com, shopify, shopify.com, shop.app, mercadolibre,
    mercadolibre.com, google shopping, igshopping, shopping.yahoo.com, shopping.naver.com,
    shopzilla.com, stripe.com
  `),
  video: names(`
    youtube, youtube.com, m.youtube.com, music.youtube.com, vimeo, vimeo.com, player.vimeo.com,
    dailymotion, dailymotion.com, twitch, twitch.tv, m.twitch.tv, netflix, netflix.com, hulu,
    disneyplus.com, ted, ted.com, wistia, wistia.com, iqiyi.com, youku.com, d.tube
  `),
};

/**
 * Networks that Google's list misses, so that Google Analytics counts them as Referral:
 * an overlay for your own reports, never used unless asked for.
 */
export const networkOverlay: SourceList = {
  social: names(`
    x, x.com, mobile.x.com, threads, threads.net, threads.com, l.threads.net, l.threads.com,
    bluesky, bsky, bsky.app, go.bsky.app, mastodon, mastodon.social, mastodon.online,
    mastodon.world, mstdn.social, mas.to, fosstodon.org, hachyderm.io, piaille.fr, mamot.fr,
    telegram, web.telegram.org, discord, discord.com, discord.gg, vm.tiktok.com,
    m.pinterest.com
  `),
  video: ['youtu.be'],
};

/**
 * Reads a list of source categories, as Google offers it for download and others carry it: one site
 * and its category per line, such as `facebook.com,SOURCE_CATEGORY_SOCIAL`.
 *
 * ```ts
 * import { channelGroup, sourceList } from '@affiche/links';
 *
 * const sources = sourceList('source,source_category\ncopains.example,SOURCE_CATEGORY_SOCIAL');
 * channelGroup({ source: 'copains.example', medium: 'referral' }, { sources });
 * sources.social; // => ['copains.example']
 * ```
 */
export function sourceList(csv: string): SourceList {
  const list: Record<SourceCategory, string[]> = {
    social: [],
    search: [],
    shopping: [],
    video: [],
  };
  for (const line of csv.split(/\r?\n/)) {
    const [, site, category] =
      /^"?(.+?)"?[,;\t]\s*"?SOURCE_CATEGORY_([A-Z]+)"?\s*$/.exec(line.trim()) ?? [];
    const names = list[category?.toLowerCase() as SourceCategory];
    if (site && names) names.push(site.toLowerCase());
  }
  return list;
}

function names(text: string): string[] {
  return text.trim().split(/\s*,\s*/);
}
