import { userInfo } from 'node:os';
import { ConfigurationError, hasErrors } from '@affiche/core';
import { applyProposal, approvalCode, isWaiting } from '../workflow/apply.ts';
import type { ProjectFlags, Setting } from './command.ts';
import { withPublishing } from './with-publishing.ts';

/** What `apply` understands. */
export interface ApplyFlags extends ProjectFlags {
  /** The code that `plan` showed. */
  readonly approve?: string;
  /** Who approves. */
  readonly by?: string;
}

/** Approves a plan: exactly the one that was shown, or the one that a person is shown now. */
export async function apply(flags: ApplyFlags, { terminal }: Setting): Promise<number> {
  const approval = flags.approve ?? (await ask(flags, { terminal }));
  // The plan said already why there was nothing to ask.
  if (approval === 'nothing-to-approve') return 0;
  if (approval === 'not-yet') return 1;
  if (approval === undefined) {
    terminal.say('Nothing was changed.');
    return 1;
  }
  return withPublishing(flags, async (publishing) => {
    const approvedBy = flags.by ?? userInfo().username;
    const counts = await applyProposal(publishing, { approval, approvedBy });
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

async function ask(flags: ApplyFlags, { terminal }: Pick<Setting, 'terminal'>) {
  if (!terminal.isInteractive) {
    throw new ConfigurationError('approval-missing', {
      message: 'Nobody is here to approve the plan',
      hint: 'Give the code that "affiche plan" shows: affiche apply --approve <code>.',
    });
  }
  const [{ withWorkshop }, { makePlan }, { showPlan }, { confirm, isCancel }] = await Promise.all([
    import('./with-workshop.ts'),
    import('../workflow/plan.ts'),
    import('../terminal/show-plan.ts'),
    import('@clack/prompts'),
  ]);
  return withWorkshop(flags, async (workshop) => {
    const made = await makePlan(workshop);
    showPlan(made, terminal, workshop.project);
    if (!isWaiting(made.plan)) return 'nothing-to-approve';
    if (hasErrors(made.allFindings)) return 'not-yet';
    const answer = await confirm({ message: 'Approve exactly this?', initialValue: false });
    return isCancel(answer) || !answer ? undefined : approvalCode(made.plan);
  });
}
