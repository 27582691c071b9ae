/**
 * Campaign links: UTM parameters, channel grouping, click reconciliation and short links.
 *
 * @module @affiche/links
 */
export { bitly, type BitlyOptions, type BitlyShortLinks } from './bitly.ts';
export { bitlyFreePlan, type BitlyLimits } from './bitly-limits.ts';
export { buildUtmLink, type BuildUtmLinkOptions } from './build-utm-link.ts';
export {
  channelGroup,
  type ChannelGroupOptions,
  channelGrouper,
  type Traffic,
} from './channel-group.ts';
export {
  type Channel,
  type ChannelRule,
  type ChannelRuleSet,
  channelRuleSets,
  type ChannelTest,
  type SourceCategory,
} from './channel-rules.ts';
export { knownSources, networkOverlay, sourceList, type SourceList } from './channel-sources.ts';
export { lintUtm, utmRules } from './lint-utm.ts';
export {
  localShortLinks,
  type LocalShortLinks,
  type LocalShortLinksOptions,
  memoryShortLinkStore,
  type ShortLinkStore,
} from './local-short-links.ts';
export {
  type ClickLoss,
  type ClickStep,
  type LossCause,
  reconcileClicks,
  type ReconcileClicksOptions,
  usualLossCauses,
} from './reconcile-clicks.ts';
export type {
  ClickCounts,
  ClicksOptions,
  ShortenOptions,
  ShortLink,
  ShortLinks,
} from './short-links.ts';
export type { LintUtmOptions } from './utm-rule.ts';
export { parseUtm, UtmParameters } from './utm-parameters.ts';
