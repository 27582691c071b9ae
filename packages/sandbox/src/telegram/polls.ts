import type { Exchange } from '../http/exchange.ts';
import { isRecord } from '../http/body-fields.ts';
import { badRequest, field, hash, textField, type Telegram } from './context.ts';

/** Reads a poll, and refuses one that cannot be. */
export function readPoll({ clock, seed }: Telegram, exchange: Exchange, inChannel: boolean) {
  const question = textField(exchange, 'question').trim();
  const given = field(exchange, 'options');
  if (question === '') throw badRequest('poll question must be non-empty');
  if (question.length > 300) throw badRequest('poll question length must not exceed 300');
  if (!Array.isArray(given)) throw badRequest("can't parse options JSON object");
  if (given.length < 1) throw badRequest('poll must have at least 1 option');
  if (given.length > 12) throw badRequest("poll can't have more than 12 options: at most 12");
  const texts = given.map((option: unknown) =>
    String(isRecord(option) ? option['text'] : option).trim(),
  );
  if (texts.some((text) => text === '')) throw badRequest('poll options must be non-empty');
  if (texts.some((text) => text.length > 100)) {
    throw badRequest('poll options length must not exceed 100');
  }
  const open = field(exchange, 'open_period');
  if (open !== undefined && !(Number(open) >= 5 && Number(open) <= 2_628_000)) {
    throw badRequest('open_period must be between 5 and 2628000 seconds');
  }
  const isAnonymous = field(exchange, 'is_anonymous') !== false;
  if (inChannel && !isAnonymous) {
    throw badRequest("non-anonymous polls can't be sent to channel chats: must be anonymous");
  }
  const id = hash(`${seed} poll ${clock.now()} ${question}`);
  return {
    id: String(id.readUIntBE(0, 6)),
    question,
    options: texts.map((text, index) => ({ persistent_id: String(index), text, voter_count: 0 })),
    total_voter_count: 0,
    is_closed: false,
    is_anonymous: isAnonymous,
    type: 'regular',
    allows_multiple_answers: field(exchange, 'allows_multiple_answers') === true,
    allows_revoting: true,
    members_only: false,
    ...(open !== undefined && { open_period: Number(open) }),
  };
}
