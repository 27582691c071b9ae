import { type Finding, formatFinding, Severity } from '@affiche/core';
import type { CallToolResult, McpServer } from '@modelcontextprotocol/server';
import type { Workshop } from '../project/workshop.ts';
import { reading } from './answer.ts';
import { Page, paged } from './paged.ts';

/** Opens the project for a tool, and says what came of it. */
export type InProject = (work: (workshop: Workshop) => Promise<unknown>) => Promise<CallToolResult>;

/** Adds the tools that read strategy and ideas, and plan. */
export function addProjectTools(server: McpServer, inProject: InProject): void {
  server.registerTool(
    'check',
    {
      title: 'Check the project',
      description:
        'Says what is wrong with the strategy, the ideas and the calendar, the worst first, and how to mend it. Each finding names its place: a file, a row and a column, or a path into strategy.yaml. Changes nothing.',
      inputSchema: Page.extend({
        least: Severity.default('info').describe('leaves out what is less than this'),
      }),
      annotations: reading,
    },
    ({ least, ...page }) =>
      inProject(async (workshop) => {
        const { checkProject } = await import('../workflow/check.ts');
        const findings = await checkProject(workshop);
        return { counts: countBySeverity(findings), findings: paged(shown(findings, least), page) };
      }),
  );
  server.registerTool(
    'plan',
    {
      title: 'Plan the calendar',
      description:
        'Plans what goes out when, remembers it as the plan that waits for approval, and shows what would change. Publishes nothing. To approve it, a person runs "affiche plan" in a terminal, looks at it, and gives the code of its last line.',
      inputSchema: Page,
      annotations: {
        readOnlyHint: false,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    (page) =>
      inProject(async (workshop) => {
        const { makePlan } = await import('../workflow/plan.ts');
        const { plan, counts, calendar, allFindings } = await makePlan(workshop);
        const changes = plan.changes.map(({ kind, id, account, at, publication }) => ({
          kind,
          id,
          idea: publication?.draft.id,
          account,
          at,
          wall: publication?.at,
          text: publication?.draft.items.map(({ text }) => text),
        }));
        const unplaced = calendar.unplaced.map(({ draft, reason }) => ({ id: draft.id, reason }));
        return {
          counts,
          changes: paged(changes, page),
          unplaced: paged(unplaced, { offset: 0, limit: page.limit }),
          findingCounts: countBySeverity(allFindings),
          findings: paged(shown(allFindings, 'warning'), { offset: 0, limit: page.limit }),
        };
      }),
  );
  server.registerTool(
    'best_time',
    {
      title: 'When to post',
      description:
        'Says which hours suit the accounts, how surely, and what that rests on. Without measured posts it says that nothing is known yet.',
      annotations: reading,
    },
    () =>
      inProject(async ({ project }) => {
        const { learnTiming } = await import('../workflow/make-calendar.ts');
        const { explainSlot, explainTiming } = await import('@affiche/schedule');
        const { timing } = await learnTiming(project);
        const { posts, signal } = timing;
        // Where nothing is known, the five best hours would be five guesses.
        const slots = signal === 'none' ? [] : timing.primeSlots(5, { minGapHours: 3 });
        const best = slots.map((slot) => ({ ...slot, words: explainSlot(slot) }));
        return { posts, signal, sentences: explainTiming(timing), best };
      }),
  );
  server.registerTool(
    'results',
    {
      title: 'What it brought',
      description:
        'Objectives against what was measured so far, and the return on what was spent. An empty scorecard: nothing was measured yet ("affiche collect", or a worker, does that).',
      annotations: reading,
    },
    () =>
      inProject(async (workshop) => {
        const { gatherReport } = await import('../workflow/report.ts');
        const { scorecard, roi } = await gatherReport(workshop);
        return { scorecard: scorecard?.rows ?? [], roi: roi ?? null };
      }),
  );
}

const order: readonly Severity[] = ['error', 'warning', 'info'];

/** Each finding once, the worst first. */
function shown(findings: readonly Finding[], least: Severity): string[] {
  const wanted = order.slice(0, order.indexOf(least) + 1);
  const sorted = wanted.flatMap((severity) =>
    findings.filter((each) => each.severity === severity),
  );
  return [...new Set(sorted.map(formatFinding))];
}

function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const count = (severity: Severity) =>
    findings.filter((each) => each.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
}
