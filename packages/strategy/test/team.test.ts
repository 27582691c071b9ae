import { Draft } from '@affiche/core';
import {
  Action,
  approvalState,
  can,
  coverageGaps,
  defaultMatrix,
  Role,
  roleFromTitle,
  teamPreset,
} from '@affiche/strategy';
import { describe, expect, it } from 'vitest';

const image = { source: { path: 'a.png' }, kind: 'image', mimeType: 'image/png', bytes: 10 };
const draft = (media: object[] = [], author = 'copywriter') =>
  Draft.parse({ id: 'd', author, items: [{ text: 'Bread', media }] });

describe('permissions', () => {
  it('answer every role and action with an explicit yes or no', () => {
    const matrix = defaultMatrix();
    for (const role of Role.options) {
      for (const action of Action.options) expect(typeof matrix[role][action]).toBe('boolean');
    }
  });

  it('let the social media manager plan and the community manager act', () => {
    expect(can('social-media-manager', 'plan.approve')).toBe(true);
    expect(can('community-manager', 'plan.approve')).toBe(false);
    expect(can('community-manager', 'post.publish')).toBe(true);
    expect(can('community-manager', 'inbox.reply')).toBe(true);
    expect(can([], 'report.read')).toBe(false);
  });

  it('follow a matrix of one’s own', () => {
    const matrix = {
      ...defaultMatrix(),
      analyst: { ...defaultMatrix().analyst, 'ads.spend': true },
    };
    expect(can('analyst', 'ads.spend')).toBe(false);
    expect(can('analyst', 'ads.spend', matrix)).toBe(true);
  });
});

describe('team presets', () => {
  it('give a freelancer every permission, and call her approval what it is', () => {
    const team = teamPreset('freelance');
    const [freelance] = team.members;
    for (const action of Action.options) expect(can(freelance?.roles ?? [], action)).toBe(true);
    expect(approvalState(team, draft([], 'freelance'), [])).toEqual({
      approved: true,
      missing: [],
      selfApproved: true,
    });
  });

  it('ask an agency for copy, art and client, in that order', () => {
    const team = teamPreset('agency');
    const yes = (...roles: Role[]) => roles.map((role) => ({ role, by: owner(role) }));
    const owner = (role: Role) => team.members.find(({ roles }) => roles.includes(role))?.id ?? '';
    const withImage = draft([image]);
    expect(approvalState(team, withImage, []).missing).toEqual([
      'copywriter',
      'art-director',
      'client-approver',
    ]);
    expect(approvalState(team, withImage, yes('copywriter', 'client-approver')).missing).toEqual([
      'art-director',
    ]);
    expect(
      approvalState(team, withImage, yes('copywriter', 'art-director', 'client-approver')),
    ).toEqual({ approved: true, missing: [], selfApproved: false });
    expect(approvalState(team, draft(), yes('copywriter', 'client-approver')).approved).toBe(true);
  });

  it('count a yes only from somebody who has the role', () => {
    const team = teamPreset('agency');
    const forged = [{ role: 'client-approver' as const, by: 'community' }];
    expect(approvalState(team, draft(), forged).missing).toContain('client-approver');
  });

  it.each(['freelance', 'in-house', 'agency'] as const)(
    'let exactly one member of %s answer for each piece of work',
    (name) => {
      const team = teamPreset(name);
      const ids = team.members.map(({ id }) => id);
      for (const { accountable, responsible } of team.responsibilities) {
        expect(accountable).toHaveLength(1);
        expect(ids).toEqual(expect.arrayContaining([...accountable, ...responsible]));
      }
    },
  );
});

describe('job titles', () => {
  it.each([
    ['chef de projet social media', 'social-media-manager'],
    ['directeurs de comptes', 'account-director'],
    ['Responsable marketing', 'marketing-director'],
    ['responsable médias sociaux', 'social-media-manager'],
    ['community manager', 'community-manager'],
    ['Social Média Manager', 'social-media-manager'],
    ['Gestionnaire de communautés sur internet', 'community-manager'],
    ['gestionnaire des réseaux sociaux', 'social-media-manager'],
    ['Social Media Manager (SMM)', 'social-media-manager'],
    ['Animatrice de communauté', 'community-manager'],
    ['Chargée des réseaux sociaux', 'social-media-manager'],
    ['Concepteur-rédacteur', 'copywriter'],
    ['Directrice artistique', 'art-director'],
    ['Directeur de clientèle', 'account-director'],
    ['Directeur du marketing', 'marketing-director'],
    ['Responsable de la communication', 'communications-lead'],
    ['Responsable SEO', 'search-manager'],
    ['Juriste', 'legal-counsel'],
    ['astronaute', undefined],
  ])('read « %s » as %s', (title, role) => {
    expect(roleFromTitle(title, 'fr')).toBe(role);
  });

  it('are read in English', () => {
    expect(roleFromTitle('Head of Social', 'en')).toBe('social-media-manager');
    expect(roleFromTitle('SEO specialist', 'en')).toBe('search-manager');
  });
});

describe('a roster', () => {
  it('lists the uncovered hours exactly, over midnight and over the week’s end', () => {
    const coverage = [{ days: ['sun' as const], from: '20:00', to: '04:00' }];
    const shifts = [{ member: 'a', days: ['sun' as const], from: '22:00', to: '02:00' }];
    expect(coverageGaps({ coverage, shifts })).toEqual([
      { day: 'mon', from: '02:00', to: '04:00', minutes: 120 },
      { day: 'sun', from: '20:00', to: '22:00', minutes: 120 },
    ]);
  });

  it('has no gap when every promised minute is watched', () => {
    const span = { days: ['mon' as const], from: '00:00', to: '00:00' };
    expect(coverageGaps({ coverage: [span], shifts: [{ member: 'a', ...span }] })).toEqual([]);
  });
});
