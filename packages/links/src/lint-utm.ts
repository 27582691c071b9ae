import type { Finding } from '@affiche/core';
import { channelGroup } from './channel-group.ts';
import type { Channel } from './channel-rules.ts';
import { splitLink } from './link-parts.ts';
import { linkRules } from './utm-lint-link.ts';
import { parameterRules } from './utm-lint-parameters.ts';
import { parseUtm } from './utm-parameters.ts';
import type { LintUtmOptions } from './utm-rule.ts';
import { valueRules } from './utm-lint-values.ts';

const rules = [...linkRules, ...parameterRules, ...valueRules];
const source = {
  url: 'https://support.google.com/analytics/answer/10917952',
  verifiedAt: '2026-11-21',
};

/** The code of every rule that {@link lintUtm} knows. */
export const utmRules: readonly string[] = ['utm/link/invalid', ...rules.map(({ rule }) => rule)];

/**
 * Looks for everything that is wrong with a campaign link before it goes out.
 *
 * ```ts
 * import { lintUtm } from '@affiche/links';
 *
 * const findings = lintUtm('https://example.com/?utm_source=Facebook&utm_medium=social');
 * findings.map(({ rule }) => rule); // => ['utm/campaign/missing', 'utm/value/uppercase']
 * ```
 */
export function lintUtm(link: string, options: LintUtmOptions = {}): Finding[] {
  const path = options.path ?? [];
  const parts = splitLink(link);
  const host = /^https?:\/\/(?:[^/@]*@)?([^/:\s]+)/i.exec(parts.base)?.[1]?.toLowerCase();
  if (!host || /\s/.test(link)) {
    return [
      {
        rule: 'utm/link/invalid',
        severity: 'error',
        path,
        message: 'This is not a web address.',
        fix: 'Write it in full, like https://example.com/page.',
      },
    ];
  }
  const utm = parts.pairs.filter(({ name }) => /^utm_/i.test(name));
  const subject = { link, parts, host, utm, channel: channelOf(link, options), options };
  const findings: Finding[] = [];
  for (const { rule, severity, look } of rules) {
    for (const seen of look(subject)) findings.push({ rule, severity, path, source, ...seen });
  }
  return findings;
}

function channelOf(link: string, options: LintUtmOptions): Channel {
  const { source = null, medium = null, campaign = null } = parseUtm(link);
  const { rules, at, sources, overlay } = options;
  return channelGroup(
    { source, medium, campaign },
    rules || at || sources || overlay ? options : undefined,
  );
}
