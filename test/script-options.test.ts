import { expect, it, vi } from 'vitest';
import { readCommandLine } from '../scripts/command-line.ts';
import { killsOptions } from '../scripts/kills-options.ts';
import { simulateOptions } from '../scripts/simulate-options.ts';

it.each([
  ['--runs abc', '--runs is "abc"; it takes a whole number from 1 on.'],
  ['--runs 0', '--runs is "0"'],
  ['--runs 1e3', '--runs is "1e3"'],
  ['--seed -1', "'--seed' argument is ambiguous"],
  ['--seed=-1', '--seed is "-1"; it takes a whole number from 0 on.'],
  ['--jump-seconds 0.5', '--jump-seconds is "0.5"'],
  ['--twin-share 2', '--twin-share is "2"; it takes a fraction from 0 to 1.'],
  ['--twin-share=', '--twin-share is ""'],
  ['--engine mysql', 'No engine called "mysql". There are: sqlite, postgres.'],
  ['--mutation none', 'No mutation called "none". There are: all, send-before-arming'],
  ['--mutation=', 'No mutation called ""'],
  ['--run 5', "Unknown option '--run'"],
  ['1000', "Unexpected argument '1000'"],
])('a simulation that is asked for %s does not begin', (written, why) => {
  expect(() => simulateOptions(written.split(' '))).toThrow(why);
});

it.each([
  ['--kills many', '--kills is "many"; it takes a whole number from 1 on.'],
  ['--kills 0', '--kills is "0"'],
  ['--engine mysql', 'No engine called "mysql". There are: sqlite, postgres.'],
])('a drill that is asked for %s does not begin', (written, why) => {
  expect(() => killsOptions(written.split(' '))).toThrow(why);
});

it('whoever asks for nothing gets what the guides say', () => {
  expect(simulateOptions([])).toMatchObject({ runs: 200, firstSeed: 1, broken: [], hardship: {} });
  expect(killsOptions([])).toEqual({ engine: 'sqlite', kills: 200, seed: '1', json: false });
});

it('a history that failed is lived again under the same hardship', () => {
  const written = '--runs 9 --jump-seconds 10 --twin-share 0.9 --engine postgres';
  const { again, hardship } = simulateOptions(written.split(' '));
  expect(hardship).toEqual({ jumpSeconds: 10, twinShare: 0.9 });
  expect(again).toBe(`npm run simulate -- ${written.replace('--runs 9', '--runs 1')}`);
});

it.each([
  ['abc', 'runs'],
  ['1', 'kills'],
])('a program that is asked for %s %s says why not, and fails', (value, option) => {
  const said = vi.spyOn(console, 'error').mockReturnValue();
  const ended = vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`ended with ${code}`);
  });
  const written = [`--${option}`, value];
  expect(() => readCommandLine(simulateOptions, written)).toThrow('ended with 2');
  expect(ended).toHaveBeenCalledOnce();
  expect(said.mock.calls.flat().join(' ')).toContain(`--${option}`);
});
