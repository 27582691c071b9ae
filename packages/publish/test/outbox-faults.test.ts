import { type Outbox, sqliteOutbox } from '@affiche/publish';
import { outboxConformance } from '@affiche/publish/conformance';
import { expect, it } from 'vitest';

type Fault = (outbox: Outbox) => Partial<Outbox>;

/** Says that an edit was made, and does not make it. */
const pretending =
  (kind: string): Fault =>
  (outbox) => ({
    edit: async (id, change, by) => (change.kind === kind ? 'done' : outbox.edit(id, change, by)),
  });
/** Lists whatever is asked for without heeding part of the question. */
const listing =
  (...ignored: string[]): Fault =>
  (outbox) => ({ list: (filter) => outbox.list(without(filter, ignored)) });
/** Stores a judgement but for part of it. */
const judging =
  (ignored: string): Fault =>
  (outbox) => ({ judge: (claim, judgement) => outbox.judge(claim, without(judgement, [ignored])) });
const arming =
  (ignored: string, instead: object = {}): Fault =>
  (outbox) => ({
    arm: (claim, request) => outbox.arm(claim, { ...without(request, [ignored]), ...instead }),
  });

function without<Given extends object>(given: Given, ignored: readonly string[]): Given {
  return Object.fromEntries(
    Object.entries(given).filter(([name]) => !ignored.includes(name)),
  ) as Given;
}

const filters = 'finds what passes a filter, page by page';
const judgement = 'stores what a judgement says';
const person = 'believes a person who looked';
const stops = 'stops a client and an account until somebody lifts it';
const leases = 'ends a lease in its time, and for its holder only';
const history = 'tells the log of one publication, and of one client';
const out = 'lists what is out, until it is taken back';
const left = 'remembers what steps left, and runs again what must be';
const asked = 'leaves out of what is due what it is told to';
const next = 'names what is due, urgent first, and when the next one is';
const zones = 'follows new time zone data, unless it was changed meanwhile';
const money = 'spends no more than a limit, and gives back what was refused';
const slots = 'counts what was reserved from its answer on, or as long as it may still come';

// By the case that is expected to notice each of them: a kit that notices nothing proves nothing.
const faults: readonly (readonly [fault: string, noticedBy: string, plant: Fault])[] = [
  ['arms over a budget', 'arms only what its budgets have room for', arming('', { charges: [] })],
  ['arms over a limit', money, arming('limits')],
  [
    'arms beside a twin',
    'does not arm one that says the same as another in doubt',
    arming('likeness'),
  ],
  ['opens a second attempt', 'sends once more only under an open attempt', arming('again')],
  ['settles nothing', slots, () => ({ settle: async () => undefined })],
  [
    'counts from the request',
    slots,
    (outbox) => ({ reserve: (name, charges) => outbox.reserve(name, charges, 0) }),
  ],
  [
    'has room for everything',
    'takes from every window of a budget, or from none',
    () => ({ reserve: async () => undefined }),
  ],
  [
    'learns nothing of budgets',
    'goes by what an answer taught of a budget',
    () => ({ teach: async () => undefined }),
  ],
  [
    'stops nothing',
    'does not arm what was cancelled, changed or paused',
    () => ({ pause: async () => undefined }),
  ],
  [
    'stops all or nothing',
    stops,
    (outbox) => ({
      pause: async (given) => (given.scope === '*' ? outbox.pause(given) : undefined),
    }),
  ],
  ['stops for good', stops, () => ({ resume: async () => undefined })],
  ['forgets what it stopped', stops, () => ({ pauses: async () => [] })],
  ['forgets what it spent', money, () => ({ spent: async () => 0 })],
  ['cancels nothing', 'seals its log', pretending('cancel')],
  ['confirms nothing', person, pretending('confirm')],
  ['tries nothing again', person, pretending('retry')],
  ['moves nothing', 'moves only what is not out, and only its time', pretending('reschedule')],
  ['follows no time zone', zones, pretending('retime')],
  [
    'never lets go of a claim',
    'does not arm for a claim that was taken over',
    (outbox) => ({ claim: (id, options) => outbox.claim(id, { ...options, leaseSeconds: 1e9 }) }),
  ],
  [
    'claims for no time',
    'lets one of many claim a publication',
    (outbox) => ({ claim: (id, options) => outbox.claim(id, { ...options, leaseSeconds: 0 }) }),
  ],
  [
    'names what it should leave out',
    asked,
    (outbox) => ({ due: (given) => outbox.due({ ...given, except: [] }) }),
  ],
  [
    'names more than it should',
    asked,
    (outbox) => ({ due: (given) => outbox.due({ ...given, limit: 99 }) }),
  ],
  [
    'does not say when to ask again',
    next,
    (outbox) => ({ due: async (given) => ({ ready: (await outbox.due(given)).ready }) }),
  ],
  [
    'has no priorities',
    next,
    (outbox) => ({
      async due(given) {
        const found = await outbox.due(given);
        return { ...found, ready: found.ready.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
      },
    }),
  ],
  ['forgets facts', 'keeps the facts of an account', () => ({ keepFacts: async () => undefined })],
  ['shows no posts', out, () => ({ posts: async () => [] })],
  [
    'shows old posts',
    out,
    (outbox) => ({ posts: (filter) => outbox.posts(without(filter, ['since'])) }),
  ],
  [
    'leases to everybody',
    'gives a lease to one holder',
    (outbox) => ({ lease: (name, _holder, seconds) => outbox.lease(name, 'x', seconds) }),
  ],
  [
    'leases for good',
    leases,
    (outbox) => ({ lease: (name, holder) => outbox.lease(name, holder, 1e9) }),
  ],
  [
    'lets anybody release',
    leases,
    (outbox) => ({
      async release(name) {
        for (const holder of ['v', 'w', 'x']) await outbox.release(name, holder);
      },
    }),
  ],
  ['judges without a state', person, judging('state')],
  ['counts no tries', judgement, judging('countsAsTry')],
  [
    'never waits',
    judgement,
    (outbox) => ({ judge: (claim, given) => outbox.judge(claim, { ...given, delaySeconds: 0 }) }),
  ],
  ['takes nothing back', out, judging('undone')],
  ['restarts nothing', left, judging('restart')],
  ['counts no looks', judgement, judging('looked')],
  ['waits for no budget', 'lets in no more than a budget has room for', judging('waitsFor')],
  [
    'drops what is half-way',
    left,
    (outbox) => ({
      learn: async (id, attempt, fact) =>
        fact.kind === 'pending' ? 'recorded' : outbox.learn(id, attempt, fact),
    }),
  ],
  [
    'drops what steps made',
    left,
    (outbox) => ({
      learn: (id, attempt, fact) =>
        outbox.learn(id, attempt, fact.kind === 'done' ? { ...fact, output: {} } : fact),
    }),
  ],
  [
    'is never late',
    'tells how late it is',
    (outbox) => ({
      async claim(id, options) {
        const claimed = await outbox.claim(id, options);
        return claimed && { ...claimed, lateSeconds: 0 };
      },
    }),
  ],
  [
    'claims without steps',
    person,
    (outbox) => ({
      async claim(id, options) {
        const claimed = await outbox.claim(id, options);
        return claimed && { ...claimed, steps: [] };
      },
    }),
  ],
  [
    'reloads what was taken over',
    judgement,
    (outbox) => ({
      async reload(claim) {
        const { id } = claim.entry.publication;
        const [entry = claim.entry] = await outbox.find([id]);
        return { ...claim, entry, steps: await outbox.steps(id) };
      },
    }),
  ],
  ['lists every state', filters, listing('states')],
  ['lists every account', filters, listing('account')],
  ['lists every client', filters, listing('client')],
  ['lists every scope', filters, listing('scope')],
  ['lists every time', filters, listing('from', 'to')],
  ['lists the first page again', filters, listing('after')],
  ['lists all time zone data', zones, listing('zoneDataOtherThan')],
  [
    'tells a client everything',
    history,
    (outbox) => ({ log: (of) => outbox.log(without(of, ['client'])) }),
  ],
  [
    'tells of every publication',
    history,
    (outbox) => ({ log: (of) => outbox.log(without(of, ['publication'])) }),
  ],
  [
    'loses a line',
    'seals its log',
    (outbox) => ({ log: async (of) => (await outbox.log(of)).slice(1) }),
  ],
  [
    'applies what is outdated',
    'applies a plan all or none',
    (outbox) => ({
      async apply(changes, approval) {
        const current = changes.map(async (change) => {
          const [entry] = await outbox.find([
            change.kind === 'cancel' ? change.id : change.publication.id,
          ]);
          return Object.assign({}, change, { basis: entry?.revision ?? 0 });
        });
        return outbox.apply(await Promise.all(current), approval);
      },
    }),
  ],
  [
    'cancels nothing that a plan does',
    history,
    (outbox) => ({
      apply: (changes, approval) =>
        outbox.apply(
          changes.filter(({ kind }) => kind !== 'cancel'),
          approval,
        ),
    }),
  ],
];

it.each(faults)('an outbox that %s is found out: one %s', async (_, noticedBy, plant) => {
  const cases = outboxConformance(async (options) => {
    const outbox = await sqliteOutbox(':memory:').open(options);
    return { ...outbox, ...plant(outbox) };
  });
  const noticing = cases.find(({ name }) => name === noticedBy);
  await expect(noticing?.run()).rejects.toThrow(/expected|could not/);
});
