import { hasErrors } from '@affiche/core';
import { showPlan } from '../terminal/show-plan.ts';
import { approvalCode } from '../workflow/apply.ts';
import { makePlan } from '../workflow/plan.ts';
import type { ProjectFlags, Setting } from './command.ts';
import { withWorkshop } from './with-workshop.ts';

/** Shows what approving would do: what is created, changed, moved and cancelled. */
export async function plan(flags: ProjectFlags, { terminal }: Setting): Promise<number> {
  return withWorkshop(flags, async (workshop) => {
    const made = await makePlan(workshop);
    if (flags.json) {
      const { plan: proposed, counts, allFindings, calendar } = made;
      const { unplaced } = calendar;
      terminal.say(
        JSON.stringify(
          {
            approval: approvalCode(proposed),
            counts,
            changes: proposed.changes,
            unplaced,
            findings: allFindings,
          },
          null,
          2,
        ),
      );
    } else showPlan(made, terminal, workshop.project);
    return hasErrors(made.allFindings) ? 1 : 0;
  });
}
