import { openFolder } from '../project/project-folder.ts';
import { openPublishing, type Publishing } from '../project/workshop.ts';
import type { ProjectFlags } from './command.ts';

/**
 * Does something with what was approved. It reads neither strategy nor ideas: a slip in a file must not
 * stand in the way of who has to stop everything, and what is not read need not be waited for.
 */
export async function withPublishing<Result>(
  flags: ProjectFlags,
  work: (publishing: Publishing) => Promise<Result>,
): Promise<Result> {
  const { project, rehearse = false } = flags;
  if (rehearse) {
    // The networks of a rehearsal are made for the accounts of the strategy.
    const { withWorkshop } = await import('./with-workshop.ts');
    return withWorkshop(flags, work);
  }
  await using publishing = openPublishing(await openFolder({ folder: project, rehearse }));
  return await work(publishing);
}
