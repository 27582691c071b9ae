import { first, type RuleFixture } from './rule-fixture.ts';

/** Whom the plan is for, in which words, by which campaigns. */
export const audienceFixtures: readonly RuleFixture[] = [
  {
    rule: 'strategy/audience/none',
    failing: (s) => void (s.audiences = []),
    passing: (s) => void (first(s.audiences).size = 0),
  },
  {
    rule: 'strategy/audience/sensitive',
    failing: (s) =>
      void first(s.audiences).targeting.push({ category: 'centre d’intérêt', value: 'Syndicat' }),
    passing: (s) =>
      void first(s.audiences).targeting.push({ category: 'interest', value: 'sourdough' }),
  },
  {
    rule: 'strategy/audience/zone-shares',
    failing: (s) => void (first(first(s.audiences).zones).share = 0.9),
    passing: (s) =>
      void (first(s.audiences).zones = ['Europe/Paris', 'America/Montreal', 'Asia/Tokyo'].map(
        (zone) => ({ zone, share: 0.333 }),
      )),
  },
  {
    rule: 'strategy/audience/persona',
    failing: (s) => void (first(s.personas).audience = 'tourists'),
    passing: (s) => void (s.personas = []),
  },
  {
    rule: 'strategy/audience/reached',
    failing: (s) => void (first(first(s.audiences).networks).platform = 'pinterest'),
    passing: (s) => void first(s.audiences).networks.push({ platform: 'pinterest', share: 0.5 }),
  },
  {
    rule: 'strategy/audience/language',
    failing: (s) => void (first(s.audiences).languages = ['de']),
    passing: (s) => {
      first(s.audiences).languages = ['de'];
      first(s.channels).languages = ['fr', 'de'];
    },
  },
  {
    rule: 'strategy/editorial/none',
    failing: (s) => void delete s.editorial,
    passing: (s) => void (s.editorial!.tone = []),
  },
  {
    rule: 'strategy/editorial/contradiction',
    failing: (s) => void s.editorial!.required.push({ term: 'Authentique' }),
    passing: (s) => void s.editorial!.required.push({ term: 'levain' }),
  },
  {
    rule: 'strategy/editorial/alt-text',
    failing: (s) => void (s.editorial!.accessibility.altText = false),
    passing: (s) => void (s.editorial!.accessibility.captions = false),
  },
  {
    rule: 'strategy/editorial/address',
    failing: (s) => {
      s.editorial!.address = 'neutral';
      s.editorial!.networks = [];
    },
    passing: (s) => void (s.editorial!.address = 'neutral'),
  },
  {
    rule: 'strategy/editorial/disclosure',
    failing: (s) => {
      first(s.campaigns).levers = ['influenceurs locaux'];
      delete s.editorial!.disclosure.partnership;
    },
    passing: (s) => void (first(s.campaigns).levers = ['influenceurs locaux']),
  },
  {
    rule: 'strategy/editorial/network',
    failing: (s) => void s.editorial!.networks.push({ platform: 'tiktok' }),
    passing: (s) => void (s.editorial!.networks = []),
  },
  {
    rule: 'strategy/campaign/brief',
    failing: (s) => void (first(s.campaigns).audiences = []),
    passing: (s) => void (s.campaigns = []),
  },
  {
    rule: 'strategy/campaign/dates',
    failing: (s) => void (first(s.campaigns).to = '2027-01-03'),
    passing: (s) => void (first(s.campaigns).to = '2027-01-04'),
  },
  {
    rule: 'strategy/campaign/inside-period',
    failing: (s) => void (first(s.campaigns).to = '2027-03-29'),
    passing: (s) => void (first(s.campaigns).to = '2027-03-28'),
  },
  {
    rule: 'strategy/campaign/platforms',
    failing: (s) => void first(s.campaigns).platforms.push('tiktok'),
    passing: (s) => void (first(s.campaigns).platforms = []),
  },
  {
    rule: 'strategy/campaign/variants',
    failing: (s) => void (first(s.campaigns).variants = []),
    passing: (s) =>
      void first(s.campaigns).variants.push({ ...first(first(s.campaigns).variants), id: 'n' }),
  },
  {
    rule: 'strategy/campaign/traceable',
    failing: (s) => void (first(first(s.campaigns).variants).campaign = 'easter'),
    passing: (s) => void (first(first(s.campaigns).variants).message = 'Another thread.'),
  },
  {
    rule: 'strategy/campaign/tracking',
    failing: (s) => void delete first(s.campaigns).tracking,
    passing: (s) => void (first(s.campaigns).tracking!.campaign = 'rois'),
  },
  {
    rule: 'strategy/review/none',
    failing: (s) => void delete s.review,
    passing: (s) => void (s.review!.dates = []),
  },
  {
    rule: 'strategy/review/inside-period',
    failing: (s) => void s.review!.dates.push('2027-04-01'),
    passing: (s) => void s.review!.dates.push('2027-03-28'),
  },
];
