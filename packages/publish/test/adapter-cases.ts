import type { AnyPlatform } from '@affiche/core';
import {
  type ConformanceCase,
  type ConformanceSandbox,
  platformConformance,
} from '@affiche/publish/conformance';

/**
 * The cases in which an adapter has a say: what is armed and not yet sent, and what is stored already,
 * is the runner's business, and the model platforms try it.
 */
export function adapterCases(
  platform: AnyPlatform,
  sandbox: ConformanceSandbox,
): ConformanceCase[] {
  return platformConformance(platform, sandbox).filter(
    ({ name }) => !/before arming|before sending|after storing/.test(name),
  );
}
