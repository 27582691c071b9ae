import { canonicalJson, ConfigurationError, contentHash } from '@affiche/core';
import { type StrategyEvent, type StrategyState, ValidatedPart } from './life-cycle.ts';
import { reviseStrategy } from './revise-strategy.ts';
import { content } from './strategy-difference.ts';
import type { Strategy } from './strategy.ts';

/**
 * What a signature binds to: the hash of everything but the version number and the history.
 */
export function signatureHash(strategy: Strategy): string {
  return contentHash(content(strategy));
}

/**
 * Plays the events of a strategy from the first, and says where it stands. The same events give the
 * same state, always.
 *
 * @throws {@link @affiche/core!ConfigurationError | ConfigurationError} `illegal-transition` at the first event that may not happen:
 * nothing starts before audiences, objectives, budget and measures are validated and the plan is signed.
 */
export function replayStrategy(events: readonly StrategyEvent[]): StrategyState {
  const [first, ...rest] = events;
  if (first?.type !== 'drafted') throw illegal('nothing', first, 'A plan must be drafted first.');
  return rest.reduce(next, {
    status: 'draft',
    strategy: first.strategy,
    author: first.by,
    validated: {},
    selfApproved: false,
  });
}

/**
 * Adds an event to the life of a strategy, if it may happen now.
 *
 * @throws {@link @affiche/core!ConfigurationError | ConfigurationError} `illegal-transition`; the log stays as it was.
 */
export function recordEvent(
  events: readonly StrategyEvent[],
  event: StrategyEvent,
): readonly StrategyEvent[] {
  const log = [...events, event];
  replayStrategy(log);
  return log;
}

type Transitions = {
  readonly [Type in StrategyEvent['type']]: (
    state: StrategyState,
    event: Extract<StrategyEvent, { readonly type: Type }>,
  ) => StrategyState;
};

const transitions: Transitions = {
  drafted: (state, event) => {
    throw illegal(state.status, event, 'Revise the plan instead of drafting it again.');
  },
  revised,
  submitted: (state, event) => {
    expectStatus(state, event, ['draft'], 'Only a draft can be submitted.');
    return { ...state, status: 'client-review' };
  },
  validated: (state, event) => {
    expectStatus(state, event, ['client-review'], 'Submit the plan to the client first.');
    const { part, at, by } = event;
    return { ...state, validated: { ...state.validated, [part]: { at, by } } };
  },
  returned: (state, event) => {
    expectStatus(state, event, ['client-review', 'validated'], 'There is nothing to send back.');
    return unsigned({ ...state, status: 'draft', validated: {} });
  },
  signed,
  started: (state, event) => {
    expectStatus(state, event, ['validated'], missingConsent(state));
    return { ...state, status: 'running' };
  },
  closed: (state, event) => {
    expectStatus(state, event, ['validated', 'running'], 'Only a signed plan can be closed.');
    return { ...state, status: 'closed' };
  },
};

function next(state: StrategyState, event: StrategyEvent): StrategyState {
  return transitions[event.type](state, event as never);
}

function signed(
  state: StrategyState,
  event: Extract<StrategyEvent, { type: 'signed' }>,
): StrategyState {
  expectStatus(state, event, ['client-review'], 'Submit the plan to the client first.');
  const missing = ValidatedPart.options.filter((part) => !state.validated[part]);
  if (missing.length > 0) throw illegal(state.status, event, missingConsent(state));
  if (event.hash !== signatureHash(state.strategy)) {
    throw illegal(state.status, event, 'The signature is for another content: sign this one.');
  }
  const { at, by, hash } = event;
  return {
    ...state,
    status: 'validated',
    signature: { at, by, hash },
    selfApproved: by === state.author,
  };
}

/** A revision takes back the signature, and the consent to every part that it touches. */
function revised(
  state: StrategyState,
  event: Extract<StrategyEvent, { type: 'revised' }>,
): StrategyState {
  if (state.status === 'closed') throw illegal('closed', event, 'Draft a new plan.');
  const strategy = reviseStrategy(state.strategy, event.patch, event.reason);
  const untouched = ValidatedPart.options.filter(
    (part) => canonicalJson(partOf(strategy, part)) === canonicalJson(partOf(state.strategy, part)),
  );
  const validated = Object.fromEntries(
    Object.entries(state.validated).filter(([part]) => untouched.some((each) => each === part)),
  );
  const status = state.status === 'draft' ? 'draft' : 'client-review';
  return unsigned({ ...state, status, strategy, validated });
}

function unsigned({ signature: _signature, ...state }: StrategyState): StrategyState {
  return { ...state, selfApproved: false };
}

function partOf(strategy: Strategy, part: ValidatedPart): unknown {
  return part === 'measures' ? strategy.measurement : strategy[part];
}

function missingConsent({ validated, signature }: StrategyState): string {
  const missing: string[] = ValidatedPart.options.filter((part) => !validated[part]);
  if (!signature) missing.push('signature');
  return `Still missing: ${missing.join(', ')}.`;
}

function expectStatus(
  { status }: StrategyState,
  event: StrategyEvent,
  allowed: readonly StrategyState['status'][],
  hint: string,
): void {
  if (!allowed.includes(status)) throw illegal(status, event, hint);
}

function illegal(
  status: string,
  event: StrategyEvent | undefined,
  hint: string,
): ConfigurationError<'illegal-transition'> {
  return new ConfigurationError('illegal-transition', {
    message: `A strategy in state "${status}" cannot be "${event?.type ?? 'nothing'}"`,
    hint,
    details: { status, event: event?.type },
  });
}
