import { ConfigurationError, instant } from '@affiche/core';
import type { LogData, LogEntry } from './outbox/log-entry.ts';
import type { RunnerContext } from './runner/context.ts';

/** Tells a person, in words, what happened to a publication and on what evidence. */
export async function explainPublication({ outbox }: RunnerContext, id: string): Promise<string> {
  const [entry] = await outbox.find([id]);
  if (!entry) {
    throw new ConfigurationError('unknown-publication', {
      message: `The outbox has no publication "${id}"`,
      hint: 'Look for its id with status().',
      details: { id },
    });
  }
  const { date, time, zone } = entry.publication.at;
  const lines = (await outbox.log({ publication: id })).map(tell);
  return [
    `"${id}" for ${entry.account}, ${date} ${time} ${zone} (${instant(entry.dueAt)}), is ${entry.state}.`,
    ...(entry.note === undefined ? [] : [full(`Why: ${entry.note}`)]),
    ...lines,
  ].join('\n');
}

function tell({ at, event, data }: LogEntry): string {
  const where = data['url'] === undefined ? '' : ` ${text(data['url'])}`;
  return `${instant(at)}  ${full(sentence(event, data))}${where}`;
}

/** What others said often ends like a sentence already. */
function full(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}

function sentence(event: LogEntry['event'], data: LogData): string {
  const step = text(data['step']);
  switch (event) {
    case 'planned':
      return `Planned; ${text(data['approvedBy'])} approved the plan ${short(data['plan'])}`;
    case 'changed':
      return `Changed to revision ${text(data['revision'])}; ${text(data['approvedBy'])} approved the plan ${short(data['plan'])}`;
    case 'cancelled':
      return `Cancelled${by(data)}`;
    case 'stop-requested':
      return `Asked to stop${by(data)}`;
    case 'rescheduled':
      return `Moved to ${moment(data['dueAt'])}${by(data)}`;
    case 'retimed':
      return `Moved to ${moment(data['dueAt'])}, because time zone data ${text(data['zoneData'])} changed the clocks`;
    case 'confirmed':
      return `Confirmed${by(data)}: somebody looked and found it`;
    case 'retry-requested':
      return `To be tried again${by(data)}${data['inDoubt'] === true ? ', though nobody could tell whether it was out' : ''}`;
    case 'armed':
      return Number(data['send']) > 1
        ? `Sending "${step}" once more under the same key.`
        : `Sending "${step}", attempt ${text(data['attempt'])}`;
    case 'done':
    case 'done-again':
      return `"${step}" happened: ${evidence(data)}`;
    case 'pending':
      return `"${step}" was taken in; the platform is working on it`;
    case 'rejected':
      return told(data).kind === 'not-sent'
        ? `"${step}" was not sent: ${failure(data)}`
        : `"${step}" was refused, and surely did not happen: ${failure(data)}`;
    case 'ambiguous':
      return `Nobody can tell what came of "${step}": ${failure(data)}`;
    case 'absent':
      return `"${step}" did not happen: ${evidence(data)}`;
    case 'inconclusive':
      return `Looked for "${step}" without an answer: ${text(data['why'])}`;
    case 'undone':
      return `"${step}" was taken back`;
    case 'waiting':
      return `Waiting${because(data)}`;
    case 'parked':
      return `Parked for a person: ${text(data['why'] ?? failure(data))}`;
    case 'resent-by-policy':
      return `Nobody could tell, and the policy "${text(data['policy'])}" sends it again: it may be out twice`;
    case 'failed':
      return `Failed before anything was sent${because(data)}`;
    case 'stopped':
      return `Ended: ${text(data['why'])}`;
    case 'missed':
      return `Missed: ${text(data['lateSeconds'])} seconds late, and the policy is "${text(data['policy'])}"`;
    case 'paused':
      return `Paused${by(data)}: ${text(data['reason'])}`;
    case 'not-sent':
      return `"${step}" was not sent`;
    case 'withheld':
      return 'Withheld: it is about somebody else';
    case 'resumed':
    default:
      return `Resumed${by(data)}`;
  }
}

function because({ why }: LogData): string {
  return why === undefined ? '' : `: ${text(why)}`;
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function short(hash: unknown): string {
  return text(hash).slice(0, 12);
}

function moment(value: unknown): string {
  return typeof value === 'number' ? instant(value) : '';
}

function by(data: LogData): string {
  const who = data['by'] ?? data['approvedBy'];
  return who === undefined ? '' : ` by ${text(who)}`;
}

function evidence(data: LogData): string {
  const value = data['evidence'];
  const statement =
    typeof value === 'object' && value !== null && 'statement' in value ? value.statement : '';
  return text(statement);
}

function failure(data: LogData): string {
  const { message, status } = told(data);
  if (message === undefined) return 'its worker went away while it was being sent';
  return `${text(message)}${status === undefined ? '' : ` (HTTP ${text(status)})`}`;
}

function told({
  failure: value,
}: LogData): Partial<Record<'kind' | 'message' | 'status', unknown>> {
  return typeof value === 'object' && value !== null ? value : {};
}
