import type { Calendar, Publication } from '@affiche/core';
import { defineStrategy, type Strategy } from '@affiche/strategy';

const day = { from: '2027-01-04', to: '2027-03-28' };
const measured = { source: 'mastodon', cadence: 'weekly', owner: 'ines' };

/** A small strategy that no rule objects to; each call gives a new copy to spoil. */
export function soundStrategy(): Strategy {
  return defineStrategy({
    id: 'sound',
    client: { name: 'Le Fournil', kind: 'company', website: 'https://fournil.example' },
    zone: 'Europe/Paris',
    language: 'fr',
    currency: 'EUR',
    period: day,
    businessObjectives: [{ id: 'visits', name: 'Fifty more customers a week' }],
    units: [{ id: 'shop', name: 'The shop', budget: '500.00 EUR', objectives: ['talk'] }],
    audiences: [
      {
        id: 'neighbours',
        name: 'Neighbours',
        segments: ['customers'],
        zones: [{ zone: 'Europe/Paris', share: 1 }],
        languages: ['fr'],
        networks: [{ platform: 'mastodon', share: 0.1 }],
        targeting: [{ category: 'city', value: 'Lyon' }],
      },
    ],
    personas: [{ id: 'lucie', name: 'Lucie', audience: 'neighbours', situation: 'Home at 18:30' }],
    objectives: [
      {
        id: 'talk',
        name: 'Talk',
        kind: 'image',
        kpi: 'engagements',
        baseline: 0,
        target: 2400,
        unit: 'count',
        from: day.from,
        by: day.to,
        owner: 'ines',
        audience: 'neighbours',
        alignsWith: ['visits'],
      },
    ],
    measurement: {
      measures: [{ objective: 'talk', kpi: 'engagements', ...measured }],
      stages: ['outputs', 'out-takes', 'outcomes', 'impact'].map((stage) => ({
        stage,
        media: 'owned',
        what: stage,
      })),
    },
    channels: [
      {
        account: { platform: 'mastodon', id: 'fournil', host: 'mastodon.social' },
        role: 'the daily batch',
        cadence: { perWeek: { min: 2, max: 4 }, perDay: 1, minGapHours: 12 },
        quietHours: [{ from: '22:00', to: '07:00' }],
        hoursPerPost: 0.5,
      },
    ],
    pillars: [
      { id: 'craft', name: 'Craft', share: 0.8, category: 'value', objectives: ['talk'] },
      { id: 'shop', name: 'Shop', share: 0.2, category: 'promotion', objectives: ['talk'] },
    ],
    mix: { preset: '80/20' },
    editorial: {
      promise: 'A good reason to come by.',
      address: 'vous',
      networks: [{ platform: 'mastodon', address: 'vous' }],
      required: [],
      banned: [{ term: 'authentique' }],
      disclosure: { advertisement: ['Publicité'], partnership: ['Collaboration commerciale'] },
    },
    campaigns: [
      {
        id: 'galette',
        name: 'Galette',
        objectives: ['talk'],
        audiences: ['neighbours'],
        message: 'Whole almonds.',
        platforms: ['mastodon'],
        from: '2027-01-04',
        to: '2027-01-31',
        budget: '200.00 EUR',
        unit: 'shop',
        tracking: { source: 'social', medium: 'organic', campaign: 'galette' },
        variants: [{ id: 'm', campaign: 'galette', platform: 'mastodon', message: 'A thread.' }],
      },
    ],
    blackouts: [{ from: '2027-02-21', to: '2027-02-22', reason: 'Closed' }],
    budget: {
      total: '1000.00 EUR',
      lines: [
        { id: 'work', kind: 'labour', name: 'Work', amount: '700.00 EUR' },
        { id: 'ads', kind: 'ads', name: 'Ads', amount: '200.00 EUR', actual: '150.00 EUR' },
        { id: 'reserve', kind: 'contingency', name: 'Reserve', amount: '100.00 EUR' },
      ],
      reallocation: { maxShare: 0.1, cycle: 'monthly', minConversions: 30, approver: 'karim' },
    },
    team: {
      members: [
        {
          id: 'ines',
          name: 'Inès',
          roles: ['social-media-manager', 'community-manager'],
          weeklyHours: 6,
          spokesperson: true,
        },
        { id: 'karim', name: 'Karim', roles: ['client-approver'], weeklyHours: 1 },
      ],
      responsibilities: [
        { deliverable: 'calendar', responsible: ['ines'], accountable: ['karim'] },
      ],
      roster: {
        coverage: [{ days: ['mon', 'tue'], from: '09:00', to: '12:00' }],
        shifts: [{ member: 'ines', days: ['mon', 'tue'], from: '09:00', to: '12:00' }],
      },
      approvals: ['client-approver'],
      approvalDays: 2,
    },
    crisis: {
      rehearsedOn: '2026-11-17',
      spokespeople: ['ines'],
      levels: [level(1, 2), level(2, 10)],
    },
    contests: [
      {
        id: 'draw',
        name: 'Draw your galette',
        platforms: ['mastodon'],
        rulesUrl: 'https://fournil.example/rules',
        minimumAge: 18,
        countries: ['FR'],
        from: '2027-01-11',
        to: '2027-01-24',
        zone: 'Europe/Paris',
        prizes: [{ name: 'A galette', value: '32.00 EUR' }],
        entry: ['photo'],
        selection: 'jury',
        platformReleased: true,
        platformDisclaimed: true,
        localLawChecked: true,
      },
    ],
    review: { every: 'month', dates: ['2027-02-01'], attendees: ['ines'] },
  });
}

function level(number: number, mentionFactor: number) {
  return {
    level: number,
    name: `Level ${number}`,
    triggers: ['mentions'],
    mentionFactor,
    approver: 'karim',
    backup: 'ines',
    holdingStatement: 'We are looking into it.',
    respondWithinMinutes: 60,
  };
}

/** Three posts a week for two weeks, as the sound strategy asks for. */
export function soundCalendar(): Calendar {
  const days = ['04', '06', '08', '11', '13', '15'];
  return {
    start: '2027-01-04T00:00:00+01:00',
    end: '2027-01-17T23:59:59+01:00',
    publications: days.map((date, index) => post(`p${index}`, `2027-01-${date}`, index)),
    unplaced: [],
    findings: [],
  };
}

function post(id: string, date: string, index: number): Publication {
  return {
    id,
    draft: {
      id,
      pillar: index === 0 ? 'shop' : 'craft',
      campaign: 'galette',
      items: [
        {
          text: 'Bread.',
          media: [],
          role: 'post',
          link: { url: 'https://fournil.example/?utm_campaign=galette' },
        },
      ],
    },
    account: { platform: 'mastodon', id: 'fournil', host: 'mastodon.social' },
    at: { date, time: '12:00', zone: 'Europe/Paris', disambiguation: 'compatible' },
    options: {},
    priority: 'normal',
    misfire: { policy: 'fire-once' },
    threadFailure: 'stop',
    uncertain: 'park',
  };
}
