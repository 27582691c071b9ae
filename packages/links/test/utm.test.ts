import { AfficheError, Finding } from '@affiche/core';
import { buildUtmLink, lintUtm, parseUtm, utmRules } from '@affiche/links';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { webAddress } from './web-address.ts';

const utm = { source: 'newsletter', medium: 'email', campaign: 'galette-2027' };

function code(action: () => unknown): string | undefined {
  try {
    action();
  } catch (error) {
    return AfficheError.isInstance(error) ? error.code : String(error);
  }
  return undefined;
}

/** Everything that an error says. */
function refusal(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return `${String(error)} ${JSON.stringify(error)}`;
  }
  return '';
}

describe('buildUtmLink', () => {
  test('keeps the rest of the query and the fragment to the byte', () => {
    expect(buildUtmLink('https://example.com/p?a=b%20c&d&e=%C3%A9+f#top?x', utm)).toBe(
      'https://example.com/p?a=b%20c&d&e=%C3%A9+f&utm_source=newsletter&utm_medium=email&utm_campaign=galette-2027#top?x',
    );
    expect(buildUtmLink('https://example.com', { source: 'a', medium: 'b' })).toBe(
      'https://example.com?utm_source=a&utm_medium=b',
    );
  });

  test.each([
    [{ source: '' }, 'utm_source is ""'],
    [{ medium: undefined }, 'utm_medium is missing'],
    [{ campaign: 2027 }, 'utm_campaign is 2027'],
  ])('refuses %j by the name of the parameter', (wrong, message) => {
    const build = () => buildUtmLink('https://example.com', { ...utm, ...wrong } as never);
    expect(code(build)).toBe('invalid-utm');
    expect(build).toThrow(message);
  });

  test('writes every parameter under its name', () => {
    const link = buildUtmLink('https://example.com/', {
      ...utm,
      id: '42',
      content: 'button',
      term: 'cake',
      sourcePlatform: 'dv360',
      creativeFormat: 'native',
      marketingTactic: 'prospecting',
    });
    expect([...new URL(link).searchParams]).toEqual([
      ['utm_source', 'newsletter'],
      ['utm_medium', 'email'],
      ['utm_campaign', 'galette-2027'],
      ['utm_id', '42'],
      ['utm_content', 'button'],
      ['utm_term', 'cake'],
      ['utm_source_platform', 'dv360'],
      ['utm_creative_format', 'native'],
      ['utm_marketing_tactic', 'prospecting'],
    ]);
  });

  test('writes values so that reports count them together', () => {
    const values = { source: ' Facebook ', medium: 'Paid Social', campaign: 'Fête  d’été' };
    expect(parseUtm(buildUtmLink('https://example.com/', values))).toEqual({
      source: 'facebook',
      medium: 'paid-social',
      campaign: 'fete-d’ete',
    });
    const link = buildUtmLink('https://example.com/', values, { values: 'verbatim' });
    expect(parseUtm(link)).toEqual(values);
  });

  test.each([
    '{{campaign.id}}',
    '__CAMPAIGN_ID__',
    '{campaignid}',
    '{_mine}',
    '{{ad.name}}-{{site_source_name}}',
  ])('leaves the placeholder %s alone', (macro) => {
    const link = buildUtmLink('https://example.com/?x={{y.z}}', { ...utm, id: `Id-${macro}` });
    expect(link).toContain('?x={{y.z}}&');
    expect(link).toMatch(new RegExp(`&utm_id=id-${macro.replaceAll(/[{}.]/g, '\\$&')}$`));
  });

  test('replaces what was there, or keeps it', () => {
    const tagged = 'https://example.com/?utm_source=old&a=1&utm_content=top';
    expect(buildUtmLink(tagged, utm)).toBe(
      'https://example.com/?a=1&utm_content=top&utm_source=newsletter&utm_medium=email&utm_campaign=galette-2027',
    );
    expect(parseUtm(buildUtmLink(tagged, utm, { existing: 'keep' }))).toEqual({
      ...utm,
      source: 'old',
      content: 'top',
    });
  });

  test('doing it twice is the same as once', () => {
    const value = fc.string({ minLength: 1 }).filter((text) => !/[@+\d{}_\s]/.test(text));
    fc.assert(
      fc.property(value, value, value, (source, medium, campaign) => {
        const once = buildUtmLink('https://example.com/p?q=1#f', { source, medium, campaign });
        expect(buildUtmLink(once, { source, medium, campaign })).toBe(once);
        expect(new URL(once).searchParams.get('q')).toBe('1');
        expect(new URL(once).hash).toBe('#f');
      }),
    );
  });

  test.each([
    'anna@example.com',
    'Anna.Berger+cake@mail.example.org',
    '+33 6 12 34 56 78',
    '06 12 34 56 78',
    '(415) 555-2671',
    '0033612345678',
  ])('refuses %s as personal data', (campaign) => {
    expect(code(() => buildUtmLink('https://example.com', { ...utm, campaign }))).toBe(
      'personal-data-in-link',
    );
  });

  test.each(['2027-01-04', '120210001234567890', 'v1.2.3', '20270104-1200', 'a@b'])(
    'takes %s for what it is',
    (campaign) => {
      expect(parseUtm(buildUtmLink('https://example.com', { ...utm, campaign })).campaign).toBe(
        campaign,
      );
    },
  );

  test('says which value it refuses without repeating it', () => {
    const secret = 'anna@example.com';
    const told = refusal(() => buildUtmLink('https://example.com', { ...utm, id: secret }));
    expect(told).toContain('utm_id');
    expect(told).not.toContain(secret);
  });

  test.each([
    'to=anna@example.com',
    'to=anna%40example.com',
    'a&call=%2B33%206%2012%2034%2056%2078',
  ])('refuses ?%s, which the link has already, without repeating it', (query) => {
    const build = () => buildUtmLink(`https://example.com/?${query}`, utm);
    expect(code(build)).toBe('personal-data-in-link');
    expect(refusal(build)).not.toMatch(/anna|612|78/);
  });

  test('drops personal data with the parameter that it replaces', () => {
    const link = 'https://example.com/?utm_campaign=anna@example.com';
    expect(parseUtm(buildUtmLink(link, utm))).toEqual(utm);
    expect(code(() => buildUtmLink(link, utm, { existing: 'keep' }))).toBe('personal-data-in-link');
  });

  test.each(['example.com', 'mailto:a@b.cd', '/page', 'https://', 'https://a b.example', ''])(
    'refuses %j, which is no web address',
    (link) => {
      expect(code(() => buildUtmLink(link, utm))).toBe('invalid-link');
    },
  );

  test('makes links that the linter has nothing against', () => {
    const link = buildUtmLink('https://example.com/p?q=1', {
      source: 'Bluesky',
      medium: 'Social',
      campaign: 'Galette 2027',
    });
    expect(lintUtm(link)).toEqual([]);
  });
});

const clean = 'utm_source=newsletter&utm_medium=email&utm_campaign=galette';

/** For every rule a link that breaks it. */
const broken: Record<string, string> = {
  'utm/link/invalid': 'example.com/?utm_source=a',
  'utm/link/insecure': `http://example.com/?${clean}`,
  'utm/link/too-long': `https://example.com/${'a'.repeat(2100)}?${clean}`,
  'utm/link/internal': `https://shop.example/?${clean}`,
  'utm/link/shortener': `https://bit.ly/3AbCdEf?${clean}`,
  'utm/link/redirector': `https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com&${clean}`,
  'utm/link/html-entity': `https://example.com/?${clean.replaceAll('&', '&amp;')}`,
  'utm/link/second-question-mark': `https://example.com/?a=1?${clean}`,
  'utm/click-id/several': `https://example.com/?${clean}&gclid=a&fbclid=b`,
  'utm/click-id/copied': `https://example.com/?${clean}&fbclid=IwAR0`,
  'utm/click-id/overrides': `https://example.com/?${clean}&gclid={gclid}`,
  'utm/source/missing': 'https://example.com/?utm_medium=email&utm_campaign=a',
  'utm/medium/missing': 'https://example.com/?utm_source=a&utm_campaign=a',
  'utm/campaign/missing': 'https://example.com/?utm_source=a&utm_medium=email',
  'utm/parameter/duplicate': `https://example.com/?${clean}&utm_source=b`,
  'utm/parameter/case': `https://example.com/?${clean}&UTM_Content=b`,
  'utm/parameter/unknown': `https://example.com/?${clean}&utm_colour=b`,
  'utm/parameter/misspelt': `https://example.com/?${clean}&utm-content=b`,
  'utm/parameter/empty': `https://example.com/?${clean}&utm_content=`,
  'utm/parameter/not-reported': `https://example.com/?${clean}&utm_creative_format=native`,
  'utm/parameter/after-fragment': `https://example.com/#top?${clean}`,
  'utm/campaign/unregistered': `https://example.com/?${clean}x`,
  'utm/medium/unassigned': 'https://example.com/?utm_source=a&utm_medium=post&utm_campaign=galette',
  'utm/medium/paid-counted-as-organic':
    'https://example.com/?utm_source=linkedin&utm_medium=sponsored&utm_campaign=galette',
  'utm/source/swapped-with-medium':
    'https://example.com/?utm_source=social&utm_medium=facebook&utm_campaign=galette',
  'utm/value/personal-data': `https://example.com/?${clean}&utm_content=anna%40example.com`,
  'utm/value/uppercase': `https://example.com/?${clean}&utm_content=Top`,
  'utm/value/space': `https://example.com/?${clean}&utm_content=top%20left`,
  'utm/value/characters': `https://example.com/?${clean}&utm_content=top%2Fleft`,
  'utm/value/double-encoding': `https://example.com/?${clean}&utm_content=caf%25C3%25A9`,
  'utm/value/broken-encoding': `https://example.com/?${clean}&utm_content=50%`,
  'utm/value/encoded-macro': `https://example.com/?${clean}&utm_content=%7B%7Bad.id%7D%7D`,
  'utm/value/too-long': `https://example.com/?${clean}&utm_content=${'a'.repeat(501)}`,
  'utm/value/placeholder': `https://example.com/?${clean}&utm_content=todo`,
  'utm/value/reserved': `https://example.com/?${clean}&utm_content=(none)`,
  'utm/value/address': `https://example.com/?${clean}&utm_content=www.example.com`,
};
const options = { internalHosts: ['shop.example'], campaigns: ['galette', 'a'] };

describe('lintUtm', () => {
  test.each(utmRules)('%s is seen where it is broken, and only there', (rule) => {
    expect(lintUtm(broken[rule] ?? '', options).map((finding) => finding.rule)).toContain(rule);
    expect(lintUtm(`https://example.com/?${clean}`, options)).toEqual([]);
  });

  test('has at least twenty-five rules', () => {
    expect(new Set(utmRules).size).toBe(utmRules.length);
    expect(utmRules.length).toBeGreaterThanOrEqual(25);
    expect(Object.keys(broken).toSorted()).toEqual([...utmRules].toSorted());
  });

  test('gives findings with a fix, whatever it is shown', () => {
    const link = fc.oneof(
      webAddress,
      fc.string().map((text) => `https://example.com/?utm_source=${text}`),
      fc.string(),
    );
    fc.assert(
      fc.property(link, (text) => {
        for (const finding of lintUtm(text, options)) {
          expect(Finding.parse(finding)).toEqual(finding);
          expect(finding.fix.length).toBeGreaterThan(5);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('says where in a larger value the link stands', () => {
    const path = ['items', 0, 'link', 'url'];
    expect(lintUtm('nonsense', { path })[0]?.path).toEqual(path);
    expect(lintUtm('https://example.com', { path })[0]?.path).toEqual(path);
  });

  test('does not repeat personal data', () => {
    const findings = lintUtm(
      `https://example.com/?${clean}&email=anna%40example.com&phone=612345678`,
    );
    expect(findings.map(({ rule }) => rule)).toEqual([
      'utm/value/personal-data',
      'utm/value/personal-data',
    ]);
    expect(JSON.stringify(findings)).not.toContain('anna');
  });

  test('leaves placeholders of advertising systems alone', () => {
    const link =
      'https://example.com/?utm_source={{site_source_name}}&utm_medium=paid-social&utm_campaign={{campaign.name}}&utm_id=__CAMPAIGN_ID__&utm_term={keyword}';
    expect(lintUtm(link, { campaigns: ['galette'] })).toEqual([]);
  });

  test('takes the id of a campaign for its name', () => {
    const link = `https://example.com/?${clean}&utm_id=c-42`;
    expect(lintUtm(link, { campaigns: ['c-42'] })).toEqual([]);
    expect(lintUtm(link, { campaigns: ['c-43'] })).toHaveLength(1);
  });

  test('judges the medium by the rules of the day', () => {
    const link = 'https://example.com/?utm_source=a&utm_medium=cpc&utm_campaign=galette';
    expect(lintUtm(link)).toEqual([]);
    expect(lintUtm(link, { at: '2022-12-01' }).map(({ rule }) => rule)).toEqual([
      'utm/medium/unassigned',
    ]);
  });
});

describe('parseUtm', () => {
  test('reads what is there and no more', () => {
    expect(parseUtm('https://example.com/?a=1#utm_source=b')).toEqual({});
    expect(parseUtm('https://example.com/?utm_source=a+b&utm_source=c&utm_term=%zz')).toEqual({
      source: 'a b',
      term: '%zz',
    });
  });
});
