import { ConfigurationError, StepOutput } from '@affiche/core';

/**
 * Makes sure that the log will name who acted.
 *
 * @throws ConfigurationError `approval-missing`.
 */
export function namedPerson(name: unknown, option: 'by' | 'approvedBy'): string {
  if (typeof name === 'string' && name.trim() !== '') return name;
  throw new ConfigurationError('approval-missing', {
    message: `Nobody is named: ${option} is empty`,
    hint: 'Name the person who acts or approved: it goes into the log.',
  });
}

/**
 * Makes sure that what somebody found has the id that the network gave it.
 *
 * @throws ConfigurationError `post-id-missing`.
 */
export function identified(output: StepOutput): StepOutput {
  const found = StepOutput.parse(output);
  if (found.id) return found;
  throw new ConfigurationError('post-id-missing', {
    message: 'The post that was found has no id',
    hint: 'Give the id that the network gave it: it stands in its address.',
  });
}
