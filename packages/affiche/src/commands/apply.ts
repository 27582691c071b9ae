import { userInfo } from 'node:os';
import { confirm, isCancel } from '@clack/prompts';
import { ConfigurationError } from '@affiche/core';
import { showPlan } from '../terminal/show-plan.ts';
import type { Workshop } from '../project/workshop.ts';
import { applyProposal, approvalCode, makePlan } from '../workflow/plan.ts';
import type { ProjectFlags, Setting } from './command.ts';
import { withWorkshop } from './with-workshop.ts';

/** What `apply` understands. */
export interface ApplyFlags extends ProjectFlags {
  /** The code that `plan` showed. */
  readonly approve?: string;
  /** Who approves. */
  readonly by?: string;
}

/** Approves a plan: exactly the one that was shown, or the one that a person is shown now. */
export async function apply(flags: ApplyFlags, { terminal }: Setting): Promise<number> {
  return withWorkshop(flags, async (workshop) => {
    const approval = flags.approve ?? (await ask(workshop, { terminal }));
    if (approval === undefined) {
      terminal.say('Nothing was changed.');
      return 1;
    }
    const approvedBy = flags.by ?? userInfo().username;
    const counts = await applyProposal(workshop, { approval, approvedBy });
    if (flags.json) terminal.say(JSON.stringify(counts));
    else {
      const changed = counts.create + counts.change + counts.reschedule + counts.cancel;
      terminal.say(
        `Approved by ${approvedBy}: ${changed} ${changed === 1 ? 'change' : 'changes'}, ${counts.keep} as before.`,
      );
      terminal.say(`"affiche run${flags.rehearse ? ' --rehearse' : ''}" publishes what comes due.`);
    }
    return 0;
  });
}

async function ask(workshop: Workshop, { terminal }: Pick<Setting, 'terminal'>) {
  if (!terminal.isInteractive) {
    throw new ConfigurationError('approval-missing', {
      message: 'Nobody is here to approve the plan',
      hint: 'Give the code that "affiche plan" shows: affiche apply --approve <code>.',
    });
  }
  const made = await makePlan(workshop);
  showPlan(made, terminal, workshop.project);
  const answer = await confirm({ message: 'Approve exactly this?', initialValue: false });
  return isCancel(answer) || !answer ? undefined : approvalCode(made.plan);
}
