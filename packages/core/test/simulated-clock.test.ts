import {
  type Clock,
  instant,
  type SimulatedClock,
  simulatedClock,
  systemClock,
} from '@affiche/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const start = '2027-01-04T08:00:00Z';

describe('simulatedClock', () => {
  test('stands still until told to move', async () => {
    const clock = simulatedClock({ start });
    let woken = false;
    const sleep = clock.sleep(10).then(() => (woken = true));
    await clock.advance(9.999);
    expect(woken).toBe(false);
    expect(instant(clock.now())).toBe('2027-01-04T08:00:09.999Z');
    await clock.advance(0.001);
    expect(woken).toBe(true);
    await sleep;
  });

  test('wakes sleepers in the order of their times, and those of one time as they came', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 8 }),
        async (delays) => {
          const clock = simulatedClock({ start });
          const woken: number[] = [];
          const sleeps = delays.map(async (delay, index) => {
            await clock.sleep(delay);
            expect(clock.monotonic()).toBe(delay);
            woken.push(index);
          });
          await clock.advance(5);
          await Promise.all(sleeps);
          const expected = delays
            .map((delay, index) => ({ delay, index }))
            .toSorted((a, b) => a.delay - b.delay || a.index - b.index);
          expect(woken).toEqual(expected.map(({ index }) => index));
        },
      ),
      { numRuns: 20 },
    );
  });

  test('lets a woken sleeper sleep again within one advance', async () => {
    const clock = simulatedClock({ start });
    const ticks: number[] = [];
    const loop = (async () => {
      while (ticks.length < 5) {
        await clock.sleep(60);
        ticks.push(clock.monotonic());
      }
    })();
    await clock.advance(300);
    await loop;
    expect(ticks).toEqual([60, 120, 180, 240, 300]);
  });

  test('jumps by itself when automatic, through weeks and in order', async () => {
    const clock = simulatedClock({ start, automatic: true });
    const log: string[] = [];
    await Promise.all(
      [3600, 60, 14 * 86_400].map(async (seconds) => {
        await clock.sleep(seconds);
        log.push(`${seconds} at ${instant(clock.now())}`);
      }),
    );
    expect(log).toEqual([
      '60 at 2027-01-04T08:01:00.000Z',
      '3600 at 2027-01-04T09:00:00.000Z',
      '1209600 at 2027-01-18T08:00:00.000Z',
    ]);
  });

  test('stands still while work is under way', async () => {
    const clock = simulatedClock({ start, automatic: true });
    const before = clock.now();
    const sleep = clock.sleep(3600);
    const result = await clock.during(async () => {
      await realPause();
      expect(clock.now()).toBe(before);
      return 'done';
    });
    expect(result).toBe('done');
    await sleep;
    expect(clock.now()).toBe(before + 3_600_000);
  });

  test('moves on after work that failed', async () => {
    const clock = simulatedClock({ start, automatic: true });
    const sleep = clock.sleep(1);
    await expect(clock.during(() => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
    await sleep;
  });

  test('jumps the wall clock without waking anybody', async () => {
    const clock = simulatedClock({ start });
    let woken = false;
    const sleep = clock.sleep(100).then(() => (woken = true));
    clock.jump(3600);
    expect(instant(clock.now())).toBe('2027-01-04T09:00:00.000Z');
    expect(clock.monotonic()).toBe(0);
    await clock.advance(99);
    expect(woken).toBe(false);
    clock.jump(-7200);
    await clock.advance(1);
    await sleep;
    expect(instant(clock.now())).toBe('2027-01-04T07:01:40.000Z');
  });

  test('a sleep of no time, or less, ends at once', async () => {
    const clock = simulatedClock({ start });
    const sleeps = Promise.all([clock.sleep(0), clock.sleep(-5)]);
    await clock.advance(0);
    await sleeps;
    expect(clock.monotonic()).toBe(0);
  });
});

const clocks: [string, () => Clock][] = [
  ['simulatedClock', () => simulatedClock({ start })],
  ['systemClock', systemClock],
];

describe.each(clocks)('%s', (_name, clock) => {
  test('rejects a sleep with the reason of its signal', async () => {
    const controller = new AbortController();
    const sleep = clock().sleep(3600, { signal: controller.signal });
    controller.abort(new Error('enough'));
    await expect(sleep).rejects.toThrow('enough');
  });

  test('does not begin a sleep whose signal was aborted before', async () => {
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(clock().sleep(3600, { signal })).rejects.toThrow('too late');
    await expect(clock().sleep(0, { signal })).rejects.toThrow('too late');
  });

  test('leaves no listener on a signal whose sleep ended', async () => {
    const each = clock();
    const { signal, listeners } = countedSignal();
    const sleep = each.sleep(0.001, { signal });
    if (isSimulated(each)) await each.advance(1);
    await sleep;
    expect(listeners()).toBe(0);
  });
});

describe('systemClock', () => {
  test('tells the time of the machine, and waits', async () => {
    const clock = systemClock();
    const [wall, monotonic] = [clock.now(), clock.monotonic()];
    expect(Math.abs(wall - Date.now())).toBeLessThan(1000);
    await clock.sleep(0.01);
    expect(clock.monotonic() - monotonic).toBeGreaterThanOrEqual(0.009);
  });

  test('waits longer than one timer of the runtime can', async () => {
    const controller = new AbortController();
    const fifty = systemClock().sleep(50 * 86_400, { signal: controller.signal });
    const first = await Promise.race([fifty.then(() => 'fired at once'), realPause()]);
    expect(first).toBe('paused');
    controller.abort(new Error('enough'));
    await expect(fifty).rejects.toThrow('enough');
  });

  test('calls back when it is time, and not where that was taken back', async () => {
    const { after } = systemClock();
    const called: string[] = [];
    after?.(0.001, () => called.push('soon'));
    after?.(0.001, () => called.push('never'))();
    const takeBack = after?.(50 * 86_400, () => called.push('in fifty days'));
    await realPause();
    await realPause();
    takeBack?.();
    expect(called).toEqual(['soon']);
  });
});

function isSimulated(clock: Clock): clock is SimulatedClock {
  return 'advance' in clock;
}

function realPause(): Promise<string> {
  return new Promise((resolve) => {
    setTimeout(() => resolve('paused'), 5);
  });
}

function countedSignal(): { readonly signal: AbortSignal; readonly listeners: () => number } {
  const { signal } = new AbortController();
  let count = 0;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...parameters: Parameters<typeof add>) => {
    count += 1;
    add(...parameters);
  };
  signal.removeEventListener = (...parameters: Parameters<typeof remove>) => {
    count -= 1;
    remove(...parameters);
  };
  return { signal, listeners: () => count };
}
