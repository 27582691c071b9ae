import { Finding, formatFinding } from '@affiche/core';
import { reviewStrategy, type Rule, strategyRules } from '@affiche/strategy';
import { describe, expect, it } from 'vitest';
import { audienceFixtures } from './rule-fixtures/audience.ts';
import { budgetFixtures } from './rule-fixtures/budget.ts';
import { calendarFixtures } from './rule-fixtures/calendar.ts';
import { channelFixtures } from './rule-fixtures/channel.ts';
import { crisisFixtures } from './rule-fixtures/crisis.ts';
import { measurementFixtures } from './rule-fixtures/measurement.ts';
import { objectiveFixtures } from './rule-fixtures/objective.ts';
import type { RuleFixture } from './rule-fixtures/rule-fixture.ts';
import { teamFixtures } from './rule-fixtures/team.ts';
import { soundCalendar, soundStrategy } from './sound-strategy.ts';

const today = '2026-12-28';
const fixtures = [
  ...objectiveFixtures,
  ...measurementFixtures,
  ...audienceFixtures,
  ...channelFixtures,
  ...calendarFixtures,
  ...budgetFixtures,
  ...teamFixtures,
  ...crisisFixtures,
];

function findingsAfter(
  edit: RuleFixture['failing'],
  options: { readonly rules?: readonly Rule[]; readonly language?: 'en' | 'fr' } = {},
): Finding[] {
  const strategy = soundStrategy();
  const calendar = soundCalendar();
  edit(strategy, calendar);
  return reviewStrategy(strategy, { today, calendar, ...options });
}

/** What a fixture promises of a table of rules: its failing half is found, its passing half is not. */
function holds({ rule, failing, passing }: RuleFixture, rules: readonly Rule[]): boolean {
  const found = (edit: RuleFixture['failing']) =>
    findingsAfter(edit, { rules }).some((finding) => finding.rule === rule);
  return found(failing) && !found(passing);
}

describe('the rules', () => {
  it('have nothing to say of a sound strategy and its calendar', () => {
    const findings = reviewStrategy(soundStrategy(), { today, calendar: soundCalendar() });
    expect(findings.map(formatFinding)).toEqual([]);
  });

  it('are at least sixty, each with an id and a fixture of its own', () => {
    const ids = strategyRules.map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(60);
    expect(new Set(ids).size).toBe(ids.length);
    expect(fixtures.map(({ rule }) => rule).toSorted()).toEqual(ids.toSorted());
  });

  it('cover every code of the trade', () => {
    const codes = new Set(strategyRules.map(({ code }) => code));
    const wanted = [
      ...numbered('OBJ', 8),
      ...numbered('MEA', 3),
      ...numbered('MIX', 2),
      ...numbered('CAL', 6),
      ...numbered('RACI', 4),
      ...numbered('BUD', 4),
      ...numbered('CRI', 3),
      ...numbered('CON', 9),
    ];
    expect(wanted.filter((code) => !codes.has(code))).toEqual([]);
  });

  it.each(fixtures)('$rule finds what is wrong and leaves alone what is close', (fixture) => {
    expect(findingsAfter(fixture.failing).map(({ rule }) => rule)).toContain(fixture.rule);
    expect(findingsAfter(fixture.passing).map(({ rule }) => rule)).not.toContain(fixture.rule);
  });

  it.each(fixtures)('$rule speaks English and French, with every value filled in', (fixture) => {
    const [english, french] = (['en', 'fr'] as const).map((language) =>
      findingsAfter(fixture.failing, { language }).filter(({ rule }) => rule === fixture.rule),
    );
    for (const finding of [...(english ?? []), ...(french ?? [])]) {
      expect(Finding.safeParse(finding).error).toBeUndefined();
      expect(`${finding.message} ${finding.fix}`).not.toMatch(/[{}]|undefined|NaN/);
    }
    expect(french?.map(({ message }) => message)).not.toEqual(
      english?.map(({ message }) => message),
    );
  });
});

describe('a channel that is no network', () => {
  it('is neither unknown nor work for the week', () => {
    const strategy = soundStrategy();
    strategy.channels.push({
      account: { platform: 'radio', id: 'local' },
      role: 'a jingle at noon',
      medium: 'offline',
      guard: 'professional',
      cadence: { perWeek: { min: 40, max: 40 } },
      languages: [],
    });
    expect(reviewStrategy(strategy, { today })).toEqual([]);
  });
});

describe('a channel on a network by another name', () => {
  it.each(['Google+', 'Viadeo'])('says one thing of %s: to leave', (platform) => {
    expect(onNetwork(platform)).toHaveLength(1);
    expect(onNetwork(platform)[0]?.fix).toMatch(/ove (the channel )?to /);
  });

  it('asks about the network that was meant', () => {
    expect(onNetwork('blueski')[0]?.fix).toMatch(/^Did you mean bluesky\? Use /);
    expect(onNetwork('blueski', 'fr')[0]?.fix).toMatch(/^Vouliez-vous dire bluesky \? Donnez /);
    expect(onNetwork('zzzzzzzz')[0]?.fix).toMatch(/^Use an id/);
  });
});

describe('a campaign on networks without a channel', () => {
  it('names each of them, where it stands', () => {
    const found = findingsAfter(({ campaigns: [campaign] }) =>
      campaign?.platforms.push('tiktok', 'pinterest'),
    ).filter(({ rule }) => rule === 'strategy/campaign/platforms');
    expect(found.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['campaigns.0.platforms.1', '“Galette” runs on tiktok, where the plan has no channel.'],
      ['campaigns.0.platforms.2', '“Galette” runs on pinterest, where the plan has no channel.'],
    ]);
    expect(found[0]?.fix).toContain('tiktok');
  });
});

describe('the fixtures', () => {
  it.each(strategyRules.map((rule) => ({ rule })))('notice when $rule.id is gone', ({ rule }) => {
    const without = strategyRules.filter((each) => each !== rule);
    expect(fixtures.some((fixture) => fixture.rule === rule.id && !holds(fixture, without))).toBe(
      true,
    );
  });

  it.each(fixtures)('notice when $rule always objects', (fixture) => {
    const others = strategyRules.filter(({ id }) => id !== fixture.rule);
    const rule = strategyRules.find(({ id }) => id === fixture.rule) as Rule;
    expect(holds(fixture, [...others, { ...rule, find: () => [{ path: [] }] }])).toBe(false);
  });
});

function numbered(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}00${index + 1}`);
}

function onNetwork(platform: string, language: 'en' | 'fr' = 'en'): Finding[] {
  const rule = /^strategy\/channel\/(retired|dormant|name|unknown)$/;
  const edit: RuleFixture['failing'] = ({ channels: [channel] }) => {
    if (channel) channel.account.platform = platform;
  };
  return findingsAfter(edit, { language }).filter((finding) => rule.test(finding.rule));
}
