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
  const findings = await withWorkshop(flags, async (workshop) => {
    const { allFindings } = await makePlan(workshop, { remember: false });
    return allFindings;
  });
  if (flags.json) terminal.say(JSON.stringify(findings, null, 2));
  else if (flags.github) for (const line of annotations(findings)) terminal.say(line);
  else showFindings(findings, terminal);
  return hasErrors(findings) ? 1 : 0;
}
