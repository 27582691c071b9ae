import { Zone } from '@affiche/core';
import { z } from 'zod';
import { Amount, Id, TimeOfDay, Words } from './field.ts';
import { openObject } from './open-object.ts';
import { Department, Role } from './role.ts';

/** Somebody who works on the plan. */
export const Member = openObject({
  id: Id,
  name: Words,
  /** What the contract says: « gestionnaire de communautés ». */
  title: Words.optional(),
  roles: z.array(Role).default([]),
  /** Hours a week for this plan. */
  weeklyHours: z.number().min(0).max(168).default(0),
  /** What an hour costs, charges and overhead included. */
  hourlyCost: Amount.optional(),
  /** Whether they may speak for the brand in public. */
  spokesperson: z.boolean().default(false),
});
/** Somebody who works on the plan. */
export type Member = z.infer<typeof Member>;

/** Who does one piece of work, answers for it, is asked and is told. Exactly one person answers. */
export const Responsibility = openObject({
  deliverable: Words,
  responsible: z.array(Id).default([]),
  accountable: z.array(Id).default([]),
  consulted: z.array(Id).default([]),
  informed: z.array(Id).default([]),
});
/** Who does one piece of work, answers for it, is asked and is told. */
export type Responsibility = z.infer<typeof Responsibility>;

/** A day of the week, Monday first. */
export const Weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
/** A day of the week. */
export type Weekday = z.infer<typeof Weekday>;

/** Hours in which a member watches the channels; `00:00` to `00:00` is the whole day. */
export const Shift = openObject({
  member: Id,
  days: z.array(Weekday).min(1),
  from: TimeOfDay,
  to: TimeOfDay,
});
/** Hours in which a member watches the channels. */
export type Shift = z.infer<typeof Shift>;

/** Who watches the channels when, and which hours were promised to the client. */
export const Roster = openObject({
  zone: Zone.optional(),
  /** The hours in which somebody must be there. */
  coverage: z
    .array(openObject({ days: z.array(Weekday).min(1), from: TimeOfDay, to: TimeOfDay }))
    .default([]),
  shifts: z.array(Shift).default([]),
});
/** Who watches the channels when. */
export type Roster = z.infer<typeof Roster>;

/** Where a subject goes when it is not the team's to settle. */
export const Handover = openObject({ topic: Words, department: Department, contact: Words });
/** Where a subject goes when it is not the team's to settle. */
export type Handover = z.infer<typeof Handover>;

/** The people of the plan: who they are, what each answers for, and when somebody is there. */
export const Team = openObject({
  members: z.array(Member).default([]),
  responsibilities: z.array(Responsibility).default([]),
  roster: Roster.optional(),
  handovers: z.array(Handover).default([]),
  /** Whose yes a post needs before it goes out, in order. */
  approvals: z.array(Role).default([]),
  /** Days that approval takes. */
  approvalDays: z.int().nonnegative().default(0),
});
/** The people of the plan. */
export type Team = z.infer<typeof Team>;
