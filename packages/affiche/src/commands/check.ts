import { hasErrors } from '@affiche/core';
import { annotations, showFindings } from '../terminal/show-findings.ts';
import { checkProject } from '../workflow/check.ts';
import type { ProjectFlags, Setting } from './command.ts';
import { withWorkshop } from './with-workshop.ts';

/** Says what is wrong with a project, without changing anything anywhere. */
export async function check(
  flags: ProjectFlags & { readonly github?: boolean },
  { terminal }: Setting,
): Promise<number> {
  return withWorkshop(flags, async (workshop) => {
    const findings = await checkProject(workshop);
    if (flags.json) terminal.say(JSON.stringify(findings, null, 2));
    else if (flags.github) {
      const { findingPlaces } = await import('../project/finding-place.ts');
      const placeOf = await findingPlaces(workshop.project);
      for (const line of annotations(findings, placeOf)) terminal.say(line);
    } else showFindings(findings, terminal);
    return hasErrors(findings) ? 1 : 0;
  });
}
