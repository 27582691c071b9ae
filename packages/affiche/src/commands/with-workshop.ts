import { openProject } from '../project/project.ts';
import { openWorkshop, type Workshop } from '../project/workshop.ts';
import type { ProjectFlags } from './command.ts';

/** Opens the project that the flags name, does something in it, and closes everything again. */
export async function withWorkshop<Result>(
  { project, rehearse = false, today }: ProjectFlags,
  work: (workshop: Workshop) => Promise<Result>,
): Promise<Result> {
  const opened = await openProject({ folder: project, rehearse, today });
  await using workshop = await openWorkshop(opened);
  return await work(workshop);
}
