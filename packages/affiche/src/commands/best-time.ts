import { explainSlot, explainTiming } from '@affiche/schedule';
import type { Project } from '../project/project.ts';
import { learnTiming } from '../workflow/make-calendar.ts';
import { showFindings } from '../terminal/show-findings.ts';
import { wrapped } from '../terminal/wrapped.ts';
import type { ProjectFlags, Setting } from './command.ts';
import { withWorkshop } from './with-workshop.ts';

/** Says when to post, how surely, and what that rests on. */
export async function bestTime(flags: ProjectFlags, { terminal }: Setting): Promise<number> {
  return withWorkshop(flags, async ({ project }) => tell(project, flags, terminal));
}

async function tell(
  project: Project,
  flags: ProjectFlags,
  terminal: Setting['terminal'],
): Promise<number> {
  const { timing, findings } = await learnTiming(project);
  const best = timing.primeSlots(5, { minGapHours: 3 });
  if (flags.json) {
    const { posts, signal } = timing;
    terminal.say(JSON.stringify({ posts, signal, best, findings }, null, 2));
    return 0;
  }
  const language = project.strategy.language.startsWith('fr') ? 'fr' : 'en';
  for (const sentence of explainTiming(timing, { language })) {
    for (const line of wrapped(sentence, terminal.columns)) terminal.say(line);
  }
  if (timing.signal !== 'none') {
    terminal.say();
    for (const slot of best) {
      for (const line of wrapped(`• ${explainSlot(slot, { language })}`, terminal.columns)) {
        terminal.say(line);
      }
    }
  }
  if (findings.length > 0) {
    terminal.say();
    showFindings(findings, terminal);
  }
  return 0;
}
