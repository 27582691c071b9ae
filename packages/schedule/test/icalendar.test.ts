import { Draft, Publication } from '@affiche/core';
import { toICalendar } from '@affiche/schedule/interchange';
import { assert, property, string } from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';

function publication(id: string, date: string, time: string, zone: string): Publication {
  return Publication.parse({
    id,
    draft: Draft.parse({ id, pillar: 'craft', items: [{ text: `Line one, of ${id};\nline two` }] }),
    account: { platform: 'mastodon', id: '42', host: 'mastodon.social', handle: '@bakery' },
    at: { date, time, zone },
  });
}

const calendar = {
  start: '2027-01-03T23:00:00.000Z',
  end: '2027-12-31T23:00:00.000Z',
  publications: [
    publication('winter', '2027-01-04', '12:30', 'Europe/Paris'),
    publication('summer', '2027-07-04', '12:30', 'Europe/Paris'),
    publication('autumn', '2027-11-04', '08:00', 'America/New_York'),
  ],
  unplaced: [],
  findings: [],
};

test('another reader sees the same moments and texts', () => {
  const parsed = new ICAL.Component(ICAL.parse(toICalendar(calendar, { name: 'Bakery' })));
  const events = parsed.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  expect(events.map((event) => event.startDate.toJSDate().toISOString())).toEqual([
    '2027-01-04T11:30:00.000Z',
    '2027-07-04T10:30:00.000Z',
    '2027-11-04T12:00:00.000Z',
  ]);
  expect(events[0]?.description).toBe('Line one, of winter;\nline two');
  expect(events[0]?.summary).toBe('mastodon: Line one, of winter;');
});

test('the same calendar gives the same bytes', () => {
  expect(toICalendar(calendar)).toBe(toICalendar(calendar));
});

function withText(text: string) {
  const draft = Draft.parse({ id: 'long', items: [{ text }] });
  return {
    ...calendar,
    publications: [{ ...publication('long', '2027-01-04', '12:30', 'Europe/Paris'), draft }],
  };
}

function longestLine(text: string): number {
  return Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)));
}

test.each(['a', 'é', '€', '🥐', 'aé€🥐', '👩‍🍳', 'à '])(
  'no line is longer than 75 octets, and “%s” is read back whole',
  (unit) => {
    const text = unit.repeat(120).trimEnd();
    const file = toICalendar(withText(text), { name: unit.repeat(90).trimEnd() });
    expect(longestLine(file)).toBeLessThanOrEqual(75);
    expect(longestLine(file)).toBeGreaterThan(70);
    const parsed = new ICAL.Component(ICAL.parse(file));
    expect(parsed.getFirstSubcomponent('vevent')?.getFirstPropertyValue('description')).toBe(text);
    expect(parsed.getFirstPropertyValue('name')).toBe(unit.repeat(90).trimEnd());
  },
);

test('whatever a post says keeps lines short and is read back equal', () => {
  assert(
    property(string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), (text) => {
      const file = toICalendar(withText(text));
      expect(longestLine(file)).toBeLessThanOrEqual(75);
      const event = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent');
      expect(event?.getFirstPropertyValue('description')).toBe(text);
    }),
    { numRuns: 50 },
  );
});
