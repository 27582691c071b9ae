import type { Finding } from '@affiche/core';
import type { Workshop } from '../project/workshop.ts';
import { isMissingConnection, makePlan } from './plan.ts';

/**
 * Everything that is wrong with the files of a project. An account that nobody connected yet is only
 * remarked: where files are checked, such as in continuous integration, there are no credentials.
 */
export async function checkProject(workshop: Workshop): Promise<Finding[]> {
  const { allFindings } = await makePlan(workshop, { remember: false });
  return allFindings.map((each) =>
    isMissingConnection(each) ? { ...each, severity: 'info' } : each,
  );
}
