import {
  AfficheError,
  assertPublishable,
  capabilities,
  definePlatform,
  HistoricalDate,
  jsonSchema,
  Network,
  platform,
  registry,
  registryWith,
} from '@affiche/core';
import { describe, expect, test } from 'vitest';

function refusal(action: () => unknown): AfficheError {
  try {
    action();
  } catch (error) {
    if (AfficheError.isInstance(error)) return error;
  }
  throw new Error('nothing was refused');
}

describe('platform', () => {
  test('finds a network by id, name or former name, in any letter case', () => {
    expect(platform('x').id).toBe('x');
    expect(platform('Twitter').id).toBe('x');
    expect(platform(' TWITTER ').id).toBe('x');
    expect(platform('Google My Business').id).toBe('google-business-profile');
    expect(platform('G+').id).toBe('google-plus');
    expect(platform('Viaduc').id).toBe('viadeo');
    expect(platform('Bit.ly').id).toBe('bitly');
  });

  test('refuses a name that nobody bears', () => {
    const error = refusal(() => platform('Friendsphere'));
    expect(error.code).toBe('unknown-platform');
    expect(error.message).toContain('"Friendsphere"');
    expect(error.hint).toContain('definePlatform');
  });
});

const textLimit = (at: string) =>
  capabilities('Twitter', at).find(({ name }) => name === 'text')?.limit?.value;

describe('capabilities', () => {
  test('differ by date', () => {
    expect(textLimit('2014-11-04')).toBe(140);
    expect(textLimit('2017-11-06')).toBe(140);
    expect(textLimit('2017-11-07')).toBe(280);
    expect(textLimit('2026-11-21')).toBe(280);
  });

  test('name their source and their certainty', () => {
    for (const { id } of registry().networks) {
      for (const capability of capabilities(id, '2026-11-21')) {
        expect(capability.source.url).toMatch(/^https?:\/\//);
        expect(['high', 'medium', 'low']).toContain(capability.confidence);
      }
    }
  });

  test('say one thing at a time about one capability', () => {
    for (const { id } of registry().networks) {
      for (const at of ['2014-11-04', '2021-01-01', '2025-11-16', '2026-11-21']) {
        const names = capabilities(id, at).map(({ name }) => name);
        expect({ id, at, names: [...new Set(names)] }).toEqual({ id, at, names });
      }
    }
  });

  test('are none once a network is closed', () => {
    expect(capabilities('google-plus', '2019-04-02')).toEqual([]);
  });

  test('can be asked for one by one', () => {
    const { capability } = registry();
    expect(capability('instagram', 'impressions', '2025-04-20')?.supported).toBe(true);
    expect(capability('instagram', 'impressions', '2025-04-21')).toBeUndefined();
    expect(capability('snapchat', 'video', '2026-11-21')).toMatchObject({
      supported: false,
      note: 'Allow-listed organizations only.',
    });
  });
});

describe('assertPublishable', () => {
  test('lets living networks through', () => {
    for (const name of ['Facebook', 'X', 'Bluesky', 'Mastodon', 'LinkedIn', 'Blog', 'Reddit']) {
      expect(assertPublishable(name, '2026-11-21')).toBe(platform(name));
    }
  });

  test('refuses Google+, says since when, and where its public went', () => {
    const error = refusal(() => assertPublishable('Google+', '2026-11-21'));
    expect(error.name).toBe('ConfigurationError');
    expect(error.code).toBe('platform-retired');
    expect(error.message).toBe('Google+ closed on 2019-04-02');
    expect(error.details).toMatchObject({ platform: 'google-plus', since: '2019-04-02' });
    expect(error.details['alternatives']).toContain('linkedin');
    expect(error.hint).toContain('linkedin');
  });

  test('refuses Slingshot since it left the stores', () => {
    const error = refusal(() => assertPublishable('Slingshot', '2015-12-07'));
    expect(error.details).toMatchObject({ since: '2015-12-07' });
    expect(platform('Slingshot').archiveImport).toBeUndefined();
  });

  test('lets a closed network through while it was open', () => {
    expect(assertPublishable('Google+', '2015-06-01').id).toBe('google-plus');
    expect(assertPublishable('Slingshot', '2015-12-06').id).toBe('slingshot');
  });

  test('refuses a network that was not open yet', () => {
    expect(refusal(() => assertPublishable('Threads', '2020-01-01')).code).toBe(
      'platform-not-open',
    );
    expect(refusal(() => assertPublishable('Bluesky', '2023-06-01')).code).toBe(
      'platform-not-open',
    );
  });

  test('refuses a dormant network without claiming that it closed', () => {
    const viadeo = platform('Viadeo');
    expect([viadeo.lifecycle, viadeo.confidence]).toEqual(['dormant', 'low']);
    const error = refusal(() => assertPublishable('Viadeo', '2026-11-21'));
    expect(error.code).toBe('platform-dormant');
    expect(error.details).toEqual({ platform: 'viadeo', alternatives: ['linkedin'] });
    expect(assertPublishable('Viadeo', '2010-01-01')).toBe(viadeo);
  });

  test('refuses tools', () => {
    expect(refusal(() => assertPublishable('Hootsuite', '2026-11-21')).code).toBe('not-a-network');
  });
});

describe('the history', () => {
  test('says where a network stood on a day', () => {
    const { lifecycle } = registry();
    expect(lifecycle('Twitter', '2006-01-01')).toBe('announced');
    expect(lifecycle('Twitter', '2014-11-04')).toBe('active');
    expect(lifecycle('Twitter', '2026-11-21')).toBe('renamed');
    expect(lifecycle('Reddit', '2026-11-21')).toBe('restricted');
    expect(lifecycle('YouTube', '2020-01-01')).toBe('active');
  });

  test('has a source for every event, checked on a day that has passed', () => {
    for (const { id, events } of registry().networks) {
      for (const { date, source } of events) {
        expect(HistoricalDate.parse(date)).toBe(date);
        expect([id, date, source.verifiedAt >= date]).toEqual([id, date, true]);
      }
    }
  });

  test('is told in order', () => {
    for (const { id, events } of registry().networks) {
      const dates = events.map(({ date }) => date);
      expect([id, ...dates]).toEqual([id, ...dates.toSorted()]);
    }
  });
});

describe('the registry', () => {
  test('never gives one name to two networks', () => {
    const names = registry().networks.flatMap(({ id, name, aliases }) =>
      Array.from(new Set([id, name, ...aliases].map((each) => each.toLowerCase()))),
    );
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('points only at networks that it knows and that are open', () => {
    for (const { successor, alternatives } of registry().networks) {
      for (const id of [...alternatives, ...(successor ? [successor] : [])]) {
        expect(assertPublishable(id, '2026-11-21').id).toBe(id);
      }
    }
  });

  test('has a tool of every class that the trade names', () => {
    const categories = registry().networks.flatMap(({ category }) => category ?? []);
    expect(categories).toEqual(
      expect.arrayContaining(['scheduling', 'graphics', 'calendar', 'auto-reply', 'listening']),
    );
  });

  test('groups by owner', () => {
    const byOwner = Map.groupBy(registry().networks, ({ owner }) => owner);
    expect(byOwner.get('Meta')?.map(({ id }) => id)).toContain('slingshot');
    expect(byOwner.get('Google')?.map(({ id }) => id)).toContain('google-plus');
  });

  test('survives a trip through JSON', () => {
    for (const network of registry().networks) {
      expect(Network.parse(JSON.parse(JSON.stringify(network)))).toEqual(network);
    }
    expect(jsonSchema('Network').required).toEqual(['id', 'name', 'lifecycle']);
  });
});

describe('definePlatform and registryWith', () => {
  const source = { url: 'https://example.com/history', verifiedAt: '2026-11-21' } as const;

  test('add a network without touching the shared registry', () => {
    const club = definePlatform({
      id: 'club',
      name: 'The Club',
      aliases: ['Le Club'],
      lifecycle: 'active',
    });
    expect(registryWith([club]).platform('le club')).toBe(club);
    expect(refusal(() => platform('club')).code).toBe('unknown-platform');
  });

  test('replace a network of ours', () => {
    const mine = definePlatform({ id: 'x', name: 'X', lifecycle: 'restricted', owner: 'Somebody' });
    const extended = registryWith([mine]);
    expect(extended.platform('x')).toBe(mine);
    expect(refusal(() => extended.platform('Twitter')).code).toBe('unknown-platform');
  });

  test('let an id win over an alias', () => {
    const bird = definePlatform({ id: 'bird', name: 'Bird', aliases: ['x'], lifecycle: 'active' });
    expect(registryWith([bird]).platform('x').id).toBe('x');
    expect(registryWith([bird]).platform('Bird').id).toBe('bird');
  });

  test('refuse to call a network retired without a dated source', () => {
    const error = refusal(() => definePlatform({ id: 'old', name: 'Old', lifecycle: 'retired' }));
    expect(error.code).toBe('invalid-platform');
    expect(error.message).toContain('dated, sourced event');
    const rumour = { event: 'retired', date: '2020', source, confidence: 'low' } as const;
    expect(() =>
      definePlatform({ id: 'old', name: 'Old', lifecycle: 'retired', events: [rumour] }),
    ).toThrow('dated, sourced event');
    const known = { ...rumour, confidence: 'medium' } as const;
    expect(
      definePlatform({ id: 'old', name: 'Old', lifecycle: 'retired', events: [known] }).events,
    ).toHaveLength(1);
  });

  test('refuse a badly written id', () => {
    expect(() => definePlatform({ id: 'My Net', name: 'N', lifecycle: 'active' })).toThrow('id:');
  });

  test('send people to the successor first', () => {
    const registry = registryWith([
      definePlatform({
        id: 'old',
        name: 'Old',
        lifecycle: 'retired',
        successor: 'new',
        alternatives: ['x'],
        events: [{ event: 'retired', date: '2020-02', source, confidence: 'high' }],
      }),
    ]);
    const error = refusal(() => registry.assertPublishable('old', '2021-01-01'));
    expect(error.details).toMatchObject({ since: '2020-02', alternatives: ['new', 'x'] });
  });
});
