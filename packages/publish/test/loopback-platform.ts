import { type AnyPlatform, epochMilliseconds, type Step, type StepResult } from '@affiche/core';
import { modelNetwork, modelPlatform } from '@affiche/publish/conformance';
import { systemClock } from '@affiche/core';

interface Posted {
  readonly id: string;
  readonly key: string;
  readonly text: string;
  readonly at: number;
}

/** A platform over real HTTP that has nothing but a listing of its posts. */
export function loopbackPlatform(url: string): AnyPlatform {
  const clock = systemClock();
  const model = modelPlatform(modelNetwork({ clock, recognition: 'lookup' }), {
    id: 'loopback',
    timeoutSeconds: 1,
    settleSeconds: 0.2,
  });
  return {
    ...model,
    async facts(_account, io) {
      await io.fetch(url);
      return {};
    },
    async run(_account, step, _progress, io): Promise<StepResult> {
      const text = textOf(step);
      const key = text.replace('text of ', '');
      try {
        const response = await io.fetch(url, {
          method: 'POST',
          body: JSON.stringify({ key, text }),
          ...(io.signal ? { signal: io.signal } : {}),
        });
        const { id } = (await response.json()) as Posted;
        return { status: 'done', output: { id: key }, evidence: { statement: `answered ${id}` } };
      } catch (error) {
        return { status: 'ambiguous', failure: { kind: 'unknown', message: String(error) } };
      }
    },
    async reconcile(_account, step, _progress, armedAt, io) {
      const posts = (await (await io.fetch(url)).json()) as Posted[];
      const found = posts.find(
        ({ text, at }) => text === textOf(step) && at >= epochMilliseconds(armedAt),
      );
      return found
        ? { status: 'applied', output: { id: found.key }, evidence: { statement: 'it is listed' } }
        : { status: 'absent', evidence: { statement: 'it is not listed' } };
    },
  };
}

function textOf({ request }: Step): string {
  return (request as { text: string }).text;
}
