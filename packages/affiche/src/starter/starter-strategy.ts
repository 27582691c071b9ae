import { type PlainDate } from '@affiche/core';
import { stringify } from 'yaml';
import { slugOf, type StarterAnswers } from './starter-answers.ts';

const weeks = 4;

/** A strategy to begin with: complete enough to be planned, and to be written over. */
export function starterStrategy({ name, language, zone, accounts, today }: StarterAnswers): string {
  const period = { from: nextMonday(today), to: '' };
  period.to = addDays(period.from, weeks * 7 - 1);
  const id = slugOf(name);
  const text = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const owner = 'me';
  const approver = 'lead';
  const goal = text('300 reactions, replies and shares', '300 réactions, réponses et partages');
  const strategy = {
    id: `${id}-${period.from}`,
    client: { name, kind: 'company' },
    zone,
    language,
    currency: 'EUR',
    period,
    businessObjectives: [
      { id: 'be-known', name: text('Be known in our town', 'Être connus dans notre ville') },
    ],
    audiences: [
      {
        id: 'neighbours',
        name: text('People nearby', 'Les gens du quartier'),
        segments: ['customers', 'prospects'],
        zones: [{ zone, share: 1 }],
        languages: [language],
        networks: [...new Set(accounts.map(({ platform }) => platform))].map((platform) => ({
          platform,
          share: 0.05,
        })),
      },
    ],
    objectives: [
      {
        id: 'answers',
        name: goal,
        kind: 'image',
        kpi: 'engagements',
        baseline: 0,
        target: 300,
        unit: 'count',
        from: period.from,
        by: period.to,
        owner,
        stage: 'think',
        audience: 'neighbours',
        alignsWith: ['be-known'],
      },
    ],
    measurement: {
      measures: [
        {
          objective: 'answers',
          goal,
          kpi: 'engagements',
          target: 300,
          source: text('The networks themselves', 'Les réseaux eux-mêmes'),
          cadence: 'weekly',
          owner,
        },
      ],
      stages: [
        { stage: 'objectives', media: 'owned', what: goal },
        {
          stage: 'inputs',
          media: 'owned',
          what: text('Six hours a week', 'Six heures par semaine'),
        },
        {
          stage: 'activity',
          media: 'owned',
          what: text('Posts and answers', 'Publications et réponses'),
        },
        { stage: 'outputs', media: 'owned', what: text('Followers', 'Abonnés') },
        {
          stage: 'out-takes',
          media: 'shared',
          what: text('Reactions and replies', 'Réactions et réponses'),
        },
        {
          stage: 'outcomes',
          media: 'owned',
          what: text('People who ask for us', 'Les gens qui nous demandent'),
        },
        { stage: 'impact', media: 'owned', what: text('Sales', 'Les ventes') },
      ],
    },
    channels: accounts.map(({ platform, handle }) => ({
      account: accountOf(platform, handle),
      role: text('News and answers', 'Les nouvelles et les réponses'),
      cadence: { perWeek: { min: 1, max: 3 }, perDay: 1, minGapHours: 20 },
      quietHours: [{ from: '21:30', to: '07:00' }],
      hoursPerPost: 0.5,
    })),
    pillars: [
      pillar('craft', 0.4, 'own-value', text('How we work', 'Comment nous travaillons')),
      pillar('people', 0.4, 'own-value', text('Who we are', 'Qui nous sommes')),
      pillar('offers', 0.2, 'own-promotion', text('What there is', 'Ce qu’il y a')),
    ],
    mix: { preset: '80/20' },
    editorial: {
      promise: text(
        'We show what we do, and answer.',
        'Nous montrons ce que nous faisons, et nous répondons.',
      ),
      address: language === 'fr' ? 'vous' : 'neutral',
      languages: [language],
    },
    budget: {
      total: '400.00 EUR',
      lines: [
        {
          id: 'labour',
          kind: 'labour',
          name: text('Our hours', 'Nos heures'),
          amount: '360.00 EUR',
        },
        {
          id: 'spare',
          kind: 'contingency',
          name: text('In reserve', 'En réserve'),
          amount: '40.00 EUR',
        },
      ],
      reallocation: { maxShare: 0.1, cycle: 'monthly', minConversions: 30, approver },
    },
    team: {
      members: [
        {
          id: owner,
          name: text('Me', 'Moi'),
          roles: ['social-media-manager', 'community-manager', 'copywriter'],
          weeklyHours: 6,
          hourlyCost: '30.00 EUR',
          spokesperson: true,
        },
        {
          id: approver,
          name: text('Whoever decides', 'Qui décide'),
          roles: ['client-approver'],
          weeklyHours: 1,
          spokesperson: true,
        },
      ],
      approvals: ['client-approver'],
      approvalDays: 2,
    },
    crisis: {
      spokespeople: [owner, approver],
      levels: [
        {
          level: 1,
          name: text('Anger', 'Colère'),
          triggers: [
            text(
              'three complaints about one thing in a day',
              'trois plaintes sur un même sujet en un jour',
            ),
          ],
          mentionFactor: 3,
          approver,
          backup: owner,
          holdingStatement: text(
            'We have read your messages, and answer before tonight.',
            'Nous avons lu vos messages et nous répondons avant ce soir.',
          ),
          respondWithinMinutes: 240,
          actions: [text('pause what is planned', 'suspendre ce qui est prévu')],
        },
      ],
    },
    review: { every: 'month', attendees: [owner, approver] },
  };
  const heading = text(
    'Who we talk to, why, about what, how often, and with which money. "affiche check" reviews it.',
    'À qui nous parlons, pourquoi, de quoi, à quel rythme et avec quel argent. « affiche check » la relit.',
  );
  return `# ${heading}\n${stringify(strategy, { lineWidth: 110 })}`;
}

/** Where a handle names its server, as on Mastodon, the account does too. */
function accountOf(platform: string, handle: string) {
  const [, user = handle, host] = /^@?([^@]+)@(.+)$/.exec(handle) ?? [];
  return host === undefined
    ? { platform, id: handle, handle }
    : { platform, id: user, host, handle: `@${user}@${host}` };
}

function nextMonday(today: PlainDate): PlainDate {
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(today, 7 - weekday);
}

function addDays(day: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function pillar(id: string, share: number, purpose: string, name: string) {
  const category = purpose === 'own-promotion' ? 'promotion' : 'value';
  return { id, name, share, purpose, category, objectives: ['answers'] };
}
