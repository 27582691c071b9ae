import type { ReportContext } from './report-context.ts';

/** What an attribution model is called by people; its settings stay: `Last touch`, `Markov chain (order 2)`. */
export function modelName(id: string, { attribution }: ReportContext['words']): string {
  const [, base = id, settings = ''] = /^([^(]*)(\(.*\))?$/s.exec(id) ?? [];
  const name = attribution.models[base];
  return name === undefined ? id : `${name} ${settings}`.trim();
}
