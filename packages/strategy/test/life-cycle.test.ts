import { ConfigurationError } from '@affiche/core';
import {
  recordEvent,
  replayStrategy,
  signatureHash,
  StrategyEvent,
  ValidatedPart,
} from '@affiche/strategy';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soundStrategy } from './sound-strategy.ts';

const at = '2026-12-01T10:00:00+01:00';
const strategy = soundStrategy();
const drafted: StrategyEvent = { type: 'drafted', at, by: 'ines', strategy };
const submitted: StrategyEvent = { type: 'submitted', at, by: 'ines' };
const validated = ValidatedPart.options.map((part): StrategyEvent => ({
  type: 'validated',
  at,
  by: 'karim',
  part,
}));
const signed: StrategyEvent = { type: 'signed', at, by: 'karim', hash: signatureHash(strategy) };
const started: StrategyEvent = { type: 'started', at, by: 'ines' };
const closed: StrategyEvent = { type: 'closed', at, by: 'ines' };
const whole = [drafted, submitted, ...validated, signed, started];

const revised = (patch: Record<string, never>, reason = 'Because'): StrategyEvent => ({
  type: 'revised',
  at,
  by: 'ines',
  patch,
  reason,
});
const cheaper = revised({ objectives: { talk: { target: 2000 } } } as never);

function refusal(events: readonly StrategyEvent[]): ConfigurationError {
  try {
    replayStrategy(events);
  } catch (error) {
    if (ConfigurationError.isInstance(error, 'illegal-transition')) {
      return error as ConfigurationError;
    }
  }
  throw new Error('it was accepted');
}

describe('the life of a strategy', () => {
  it('goes from draft to review, to validated, to running, to closed', () => {
    const statuses = [1, 2, whole.length - 1, whole.length].map(
      (length) => replayStrategy(whole.slice(0, length)).status,
    );
    expect(statuses).toEqual(['draft', 'client-review', 'validated', 'running']);
    expect(replayStrategy([...whole, closed]).status).toBe('closed');
  });

  it.each(ValidatedPart.options)('cannot be signed before the client validated %s', (part) => {
    const others = validated.filter((event) => !('part' in event) || event.part !== part);
    expect(refusal([drafted, submitted, ...others, signed]).hint).toContain(part);
  });

  it('cannot start unsigned, and says what is missing', () => {
    expect(refusal([drafted, started]).hint).toContain('audiences, objectives, budget, measures');
    expect(refusal([drafted, submitted, ...validated, started]).hint).toContain('signature');
  });

  it('takes no signature for another content', () => {
    const other = { ...signed, hash: '0'.repeat(64) };
    expect(refusal([drafted, submitted, ...validated, other]).hint).toContain('another content');
  });

  it('asks again for what a revision touched, and for the signature', () => {
    const state = replayStrategy([...whole, cheaper]);
    expect(state.status).toBe('client-review');
    expect(Object.keys(state.validated)).toEqual(['audiences', 'budget', 'measures']);
    expect(state.signature).toBeUndefined();
    expect(state.strategy.version).toBe(2);
    expect(refusal([...whole, cheaper, started]).hint).toContain('objectives, signature');

    const again = [...whole, cheaper, ...validated];
    const hash = signatureHash(state.strategy);
    expect(replayStrategy([...again, { ...signed, hash }, started]).status).toBe('running');
  });

  it('sends a plan back to the drawing board', () => {
    const returned: StrategyEvent = { type: 'returned', at, by: 'karim', reason: 'Too dear' };
    expect(replayStrategy([drafted, submitted, ...validated, returned])).toMatchObject({
      status: 'draft',
      validated: {},
    });
  });

  it('says when author and signer are one person', () => {
    const alone = whole.map((event) => Object.assign({}, event, { by: 'ines' }));
    expect(replayStrategy(alone).selfApproved).toBe(true);
    expect(replayStrategy(whole).selfApproved).toBe(false);
  });

  it('refuses an impossible event and leaves the log alone', () => {
    const log = [drafted];
    expect(() => recordEvent(log, closed)).toThrow('cannot be "closed"');
    expect(recordEvent(log, submitted)).toEqual([drafted, submitted]);
    expect(log).toEqual([drafted]);
  });

  it('is the same after a round trip of its log through JSON', () => {
    const stored = (JSON.parse(JSON.stringify([...whole, cheaper])) as unknown[]).map((event) =>
      StrategyEvent.parse(event),
    );
    expect(replayStrategy(stored)).toEqual(replayStrategy([...whole, cheaper]));
  });

  it('never runs without every consent and a matching signature, whatever happens to it', () => {
    const events = [submitted, ...validated, signed, started, closed, cheaper];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 25 }), (attempts) => {
        let log: readonly StrategyEvent[] = [drafted];
        for (const event of attempts) {
          try {
            log = recordEvent(log, event);
          } catch (error) {
            if (!ConfigurationError.isInstance(error, 'illegal-transition')) throw error;
          }
          const { status, validated: consents, signature, strategy: now } = replayStrategy(log);
          if (status !== 'running' && status !== 'validated') continue;
          expect(Object.keys(consents).toSorted()).toEqual(ValidatedPart.options.toSorted());
          expect(signature?.hash).toBe(signatureHash(now));
        }
      }),
      { numRuns: 50, seed: 6 },
    );
  });
});
