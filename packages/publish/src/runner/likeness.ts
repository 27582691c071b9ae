import { accountKey, contentHash, type Publication, type Step } from '@affiche/core';
import { plainWords } from '../text/plain-words.ts';

/**
 * What a listing shows of a post that is looked for there: the account and its words. Absent where a
 * post carries something of its own to be known by.
 */
export function likenessOf(
  { account, draft }: Pick<Publication, 'account' | 'draft'>,
  { item, recognition }: Pick<Step, 'item' | 'recognition'>,
): string | undefined {
  const isListed = recognition === 'lookup' || recognition === 'client-key';
  if (!isListed || item === undefined) return undefined;
  return contentHash([accountKey(account), plainWords(draft.items[item]?.text ?? '')]);
}
