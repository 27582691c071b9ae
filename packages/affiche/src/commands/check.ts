import { hasErrors } from '@affiche/core';
import { annotations, showFindings } from '../terminal/show-findings.ts';
import { makePlan } from '../workflow/plan.ts';
import type { ProjectFlags, Setting } from './command.ts';
import { withWorkshop } from './with-workshop.ts';

/** Says what is wrong with a project, without changing anything anywhere. */
export async function check(
  flags: ProjectFlags & { readonly github?: boolean },
  { terminal }: Setting,
): Promise<number> {
  return withWorkshop(flags, async (workshop) => {
    const { allFindings } = await makePlan(workshop, { remember: false });
    if (flags.json) terminal.say(JSON.stringify(allFindings, null, 2));
    else if (flags.github) {
      const { findingPlaces } = await import('../project/finding-place.ts');
      const placeOf = await findingPlaces(workshop.project);
      for (const line of annotations(allFindings, placeOf)) terminal.say(line);
    } else showFindings(allFindings, terminal);
    return hasErrors(allFindings) ? 1 : 0;
  });
}
