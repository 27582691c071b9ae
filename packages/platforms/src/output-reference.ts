import { ConfigurationError, type Json, type StepProgress } from '@affiche/core';

/** A hole in a step's request, to be filled with what an earlier step left behind. */
export type OutputReference = { $output: string; path: string[] };

/**
 * Leaves a hole for a value that an earlier step will know: `outputOf('post-0', 'id')`,
 * `outputOf('upload-0-1', 'data', 'blob')`.
 */
export function outputOf(step: string, ...path: string[]): OutputReference {
  return { $output: step, path };
}

/**
 * Fills every hole of a request. The same outputs give the same bytes.
 *
 * @throws ConfigurationError `missing-output` when a step runs before one that it needs.
 */
export function fillOutputs(template: Json, outputs: StepProgress['outputs']): Json {
  if (Array.isArray(template)) return template.map((part) => fillOutputs(part, outputs));
  if (template === null || typeof template !== 'object') return template;
  if (typeof template['$output'] === 'string') {
    return lookUp(template as OutputReference, outputs);
  }
  return Object.fromEntries(
    Object.entries(template).map(([name, part]) => [name, fillOutputs(part, outputs)]),
  );
}

/** The steps that left a hole in a request, each once, in order of appearance. */
export function referencedSteps(template: Json): string[] {
  if (template === null || typeof template !== 'object') return [];
  if (!Array.isArray(template) && typeof template['$output'] === 'string') {
    return [template['$output']];
  }
  return [...new Set(Object.values(template).flatMap(referencedSteps))];
}

function lookUp({ $output, path }: OutputReference, outputs: StepProgress['outputs']): Json {
  let value: unknown = outputs[$output];
  for (const name of path) {
    value = value !== null && typeof value === 'object' ? Reflect.get(value, name) : undefined;
  }
  if (value === undefined) {
    throw new ConfigurationError('missing-output', {
      message: `The step "${$output}" left no "${path.join('.')}"`,
      hint: 'Run the steps that a step needs before the step itself.',
      details: { step: $output, path },
    });
  }
  return value as Json;
}
