import { AfficheError } from '@affiche/core';
import {
  channelGroup,
  channelGrouper,
  channelRuleSets,
  knownSources,
  networkOverlay,
  sourceList,
} from '@affiche/links';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedChannel } from './expected-channel.ts';

describe('channelGroup', () => {
  test.each([
    [undefined, undefined, undefined, 'Direct'],
    ['(direct)', '(none)', undefined, 'Direct'],
    ['(direct)', '(not set)', undefined, 'Direct'],
    ['google', 'cpc', 'winter cross-network', 'Cross-network'],
    ['amazon', 'cpc', undefined, 'Paid Shopping'],
    ['newsletter', 'cpc', 'winter-shop', 'Paid Shopping'],
    ['newsletter', 'cpc', 'workshop', 'Paid Other'],
    ['newsletter', 'cpc', 'eshop', 'Paid Shopping'],
    ['google', 'cpc', undefined, 'Paid Search'],
    ['google', 'ppc', undefined, 'Paid Search'],
    ['google', 'paidsearch', undefined, 'Paid Search'],
    ['facebook', 'cpc', undefined, 'Paid Social'],
    ['facebook', 'cpm', undefined, 'Paid Social'],
    ['facebook', 'paid-social', undefined, 'Paid Social'],
    ['linkedin', 'retargeting', undefined, 'Paid Social'],
    ['youtube.com', 'cpv', undefined, 'Paid Video'],
    ['youtube.com', 'cpc', undefined, 'Paid Video'],
    ['journal.example', 'banner', undefined, 'Display'],
    ['journal.example', 'cpm', undefined, 'Display'],
    ['journal.example', 'cpc', undefined, 'Paid Other'],
    ['chatgpt.com', 'ai-assistant', '(ai-assistant)', 'AI Assistant'],
    ['etsy.com', 'referral', undefined, 'Organic Shopping'],
    ['journal.example', 'referral', 'shopping', 'Organic Shopping'],
    ['facebook.com', 'referral', undefined, 'Organic Social'],
    ['t.co', 'referral', undefined, 'Organic Social'],
    ['youtube', 'social', undefined, 'Organic Social'],
    ['linkedin', 'sponsored', undefined, 'Organic Social'],
    ['anybody', 'social-media', undefined, 'Organic Social'],
    ['youtube.com', 'referral', undefined, 'Organic Video'],
    ['journal.example', 'video', undefined, 'Organic Video'],
    ['duckduckgo', 'referral', undefined, 'Organic Search'],
    ['journal.example', 'organic', undefined, 'Organic Search'],
    ['journal.example', 'referral', undefined, 'Referral'],
    ['journal.example', 'link', undefined, 'Referral'],
    ['x.com', 'referral', undefined, 'Referral'],
    ['bsky.app', 'referral', undefined, 'Referral'],
    ['newsletter', 'email', undefined, 'Email'],
    ['e-mail', 'january', undefined, 'Email'],
    ['partner', 'affiliate', undefined, 'Affiliates'],
    ['spotify', 'audio', undefined, 'Audio'],
    ['sms', 'january', undefined, 'SMS'],
    ['brand', 'sms', undefined, 'SMS'],
    ['app', 'webpush', undefined, 'Mobile Push Notifications'],
    ['firebase', 'x', undefined, 'Mobile Push Notifications'],
    ['journal.example', 'January', undefined, 'Unassigned'],
  ])('%s / %s / %s is %s', (source, medium, campaign, channel) => {
    const traffic = {
      ...(source && { source }),
      ...(medium && { medium }),
      ...(campaign && { campaign }),
    };
    expect(channelGroup(traffic)).toBe(channel);
  });

  test('agrees with the rules written out by hand, at three times', () => {
    const sources = [
      '(direct)',
      'sms',
      'firebase',
      'email',
      'somewhere.example',
      'chatgpt.com',
    ].concat(...Object.values(knownSources).map((names) => names.slice(0, 12)));
    const mediums = `(none),(not set),cpc,cpm,ppc,paid,paidsocial,retargeting,scp,display,banner,
      social,sm,social network,video,myvideos,organic,referral,app,link,email,e_mail,affiliate,
      affiliates,audio,sms,push,webpush,pushed,mobile,notification-2,ai-assistant,other,`
      .split(',')
      .map((medium) => medium.trim());
    const campaigns = [
      '',
      'cross-network',
      'a cross-network b',
      'shop',
      'eshop',
      'e-shop',
      'shopping',
      'ashop',
      'workshop',
      '(ai-assistant)',
    ];
    let rows = 0;
    const wrong: unknown[] = [];
    for (const { id } of channelRuleSets) {
      const group = channelGrouper({ rules: id });
      for (const source of sources) {
        for (const medium of mediums) {
          for (const campaign of campaigns) {
            const got = group({ source, medium, campaign });
            const expected = expectedChannel({ source, medium, campaign }, id);
            if (got !== expected) wrong.push({ id, source, medium, campaign, got, expected });
            rows += 1;
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(rows).toBeGreaterThan(10_000);
  });

  test('does not mind letter case', () => {
    const word = fc.constantFrom('facebook', 'cpc', 'google', 'email', 'cross-network', 'amazon');
    fc.assert(
      fc.property(word, word, word, (source, medium, campaign) => {
        const loud = [source, medium, campaign].map((each) => each.toUpperCase());
        expect(channelGroup({ source: loud[0]!, medium: loud[1]!, campaign: loud[2]! })).toBe(
          channelGroup({ source, medium, campaign }),
        );
      }),
    );
  });

  test('gives the same answer however often and in whatever order it is asked', () => {
    const traffic = fc.record({ source: fc.string(), medium: fc.string(), campaign: fc.string() });
    const group = channelGrouper();
    fc.assert(
      fc.property(traffic, (each) => {
        expect(group(each)).toBe(channelGrouper()(each));
      }),
    );
  });
});

describe('rules', () => {
  test('are those of the day that is asked for', () => {
    const assistant = { source: 'chatgpt.com', medium: 'ai-assistant' };
    expect(channelGroup(assistant, { at: '2026-04-30' })).toBe('Unassigned');
    expect(channelGroup(assistant, { at: '2026-05-13' })).toBe('AI Assistant');
    const banner = { source: 'journal.example', medium: 'cpc' };
    expect(channelGroup(banner, { rules: 'ga4@2022-11' })).toBe('Unassigned');
    expect(channelGroup(banner, { at: '2020-01-01' })).toBe('Unassigned');
    expect(channelGroup(banner, { rules: 'ga4@2023-11' })).toBe('Paid Other');
  });

  test('name their source', () => {
    for (const { source } of channelRuleSets) expect(source.url).toMatch(/^https:/);
  });

  test('may be your own', () => {
    const rules = {
      id: 'mine',
      rules: [{ channel: 'Email', when: [[{ field: 'source', matches: '^news' }]] }],
      source: { url: 'https://example.com', verifiedAt: '2026-11-21' },
    } as const;
    expect(channelGroup({ source: 'News of January', medium: 'x' }, { rules })).toBe('Email');
  });

  test('are refused when nobody knows them, or when they are too many', () => {
    expect(code(() => channelGrouper({ rules: 'ga4@1999' }))).toBe('unknown-channel-rules');
    const tests = Array.from({ length: 31 }, (_, index) => ({
      field: 'medium' as const,
      is: [`medium-${index}`],
    }));
    const source = { url: 'https://example.com', verifiedAt: '2026-11-21' };
    const rules = { id: 'mine', rules: [{ channel: 'Email' as const, when: [tests] }], source };
    expect(code(() => channelGrouper({ rules }))).toBe('too-many-channel-tests');
    const few = { ...rules, rules: [{ channel: 'Email' as const, when: [tests.slice(1)] }] };
    expect(channelGroup({ source: 'a', medium: 'medium-30' }, { rules: few })).toBe('Email');
  });
});

describe('sources', () => {
  test('of an overlay count networks that Google’s list misses', () => {
    for (const source of ['x.com', 'threads.net', 'bsky.app', 'mastodon.social']) {
      const traffic = { source, medium: 'referral' };
      expect(channelGroup(traffic)).toBe('Referral');
      expect(channelGroup(traffic, { overlay: networkOverlay })).toBe('Organic Social');
      expect(channelGroup({ source, medium: 'cpc' }, { overlay: networkOverlay })).toBe(
        'Paid Social',
      );
    }
  });

  test('of one kind are of no other', () => {
    const names = Object.values(knownSources).flat();
    expect(new Set(names).size).toBe(819);
    expect(names).toHaveLength(819);
    const overlay = Object.values(networkOverlay).flat();
    expect(overlay.filter((name) => names.includes(name))).toEqual([]);
  });

  test('are read from a list as Google offers it', () => {
    const csv =
      'source,source_category\r\n"Example.com","SOURCE_CATEGORY_VIDEO"\nb;SOURCE_CATEGORY_SEARCH\nnonsense\nc,SOURCE_CATEGORY_NEWS\n';
    const sources = sourceList(csv);
    expect(sources).toEqual({ social: [], search: ['b'], shopping: [], video: ['example.com'] });
    expect(channelGroup({ source: 'EXAMPLE.com', medium: 'cpc' }, { sources })).toBe('Paid Video');
    expect(channelGroup({ source: 'facebook.com', medium: 'cpc' }, { sources })).toBe('Paid Other');
  });
});

function code(action: () => unknown): string | undefined {
  try {
    action();
  } catch (error) {
    return AfficheError.isInstance(error) ? error.code : String(error);
  }
  return undefined;
}
