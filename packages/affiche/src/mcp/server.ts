import { AfficheError, formatFinding, type Finding } from '@affiche/core';
import { type CallToolResult, McpServer } from '@modelcontextprotocol/server';
import { explainTiming } from '@affiche/schedule';
import { z } from 'zod';
import { findPublications } from '../project/publication-names.ts';
import { openProject } from '../project/project.ts';
import type { ProjectOptions } from '../project/project-folder.ts';
import { openWorkshop, type Workshop } from '../project/workshop.ts';
import { version } from '../version.ts';
import { learnTiming } from '../workflow/make-calendar.ts';
import { applyProposal } from '../workflow/apply.ts';
import { makePlan } from '../workflow/plan.ts';
import { gatherReport } from '../workflow/report.ts';

/**
 * The project as tools for an assistant. It may read and plan freely. What the public would see needs
 * the code of an approval, and no tool ever tells that code: a person reads it in a terminal.
 *
 * ```ts
 * import { createMcpServer } from 'affiche/mcp';
 *
 * const server = createMcpServer({ folder: 'bakery', rehearse: true });
 * await server.close();
 * ```
 */
export function createMcpServer(options: ProjectOptions): McpServer {
  const server = new McpServer({ name: 'affiche', version });
  const inWorkshop = (work: (workshop: Workshop) => Promise<unknown>) => answer(options, work);
  const reading = { readOnlyHint: true, openWorldHint: false } as const;

  server.registerTool(
    'check',
    {
      title: 'Check the project',
      description:
        'Says what is wrong with the strategy, the ideas and the calendar, and how to mend it.',
      annotations: reading,
    },
    () =>
      inWorkshop(async (workshop) => {
        const { allFindings } = await makePlan(workshop, { remember: false });
        return { findings: shown(allFindings) };
      }),
  );
  server.registerTool(
    'plan',
    {
      title: 'Plan the calendar',
      description:
        'Plans what goes out when and shows what would change. Publishes nothing. To approve the plan, a person runs "affiche plan" in a terminal, looks at it, and gives the code of its last line.',
      annotations: { ...reading, readOnlyHint: false, destructiveHint: false },
    },
    () =>
      inWorkshop(async (workshop) => {
        const { plan, counts, calendar, allFindings } = await makePlan(workshop);
        return {
          counts,
          changes: plan.changes.map(({ kind, id, account, at, publication }) => ({
            kind,
            id,
            account,
            at,
            wall: publication?.at,
            text: publication?.draft.items.map(({ text }) => text),
          })),
          unplaced: calendar.unplaced.map(({ draft, reason }) => ({ id: draft.id, reason })),
          findings: shown(allFindings),
        };
      }),
  );
  server.registerTool(
    'apply',
    {
      title: 'Approve the plan',
      description:
        'Makes the changes of the plan that a person approved. Needs the code that "affiche plan" showed to that person, and their name.',
      inputSchema: z.object({
        approval: z.string().describe('the code that a person gave'),
        approvedBy: z.string().min(1).describe('the name of that person'),
      }),
      annotations: { readOnlyHint: false, destructiveHint: true, openWorldHint: true },
    },
    ({ approval, approvedBy }) =>
      inWorkshop((workshop) => applyProposal(workshop, { approval, approvedBy })),
  );
  server.registerTool(
    'status',
    {
      title: 'Where everything stands',
      description: 'Counts and lists publications by state: planned, published, parked, failed.',
      annotations: reading,
    },
    () => inWorkshop(({ publisher }) => publisher.status()),
  );
  server.registerTool(
    'explain',
    {
      title: 'Explain a publication',
      description:
        'Says what happened to a publication, or to all publications of an idea, and on what evidence.',
      inputSchema: z.object({ id: z.string().describe('the id of a publication or of an idea') }),
      annotations: reading,
    },
    ({ id }) =>
      inWorkshop(async (workshop) => {
        const ids = await findPublications(id, workshop);
        const texts = await Promise.all(ids.map((each) => workshop.publisher.explain(each)));
        return { text: texts.join('\n\n') };
      }),
  );
  server.registerTool(
    'best_time',
    {
      title: 'When to post',
      description: 'Says which hours suit the account, how surely, and what that rests on.',
      annotations: reading,
    },
    () =>
      inWorkshop(async ({ project }) => {
        const { timing } = await learnTiming(project);
        const { posts, signal } = timing;
        const best = timing.primeSlots(5, { minGapHours: 3 });
        return { posts, signal, sentences: explainTiming(timing), best };
      }),
  );
  server.registerTool(
    'results',
    {
      title: 'What it brought',
      description: 'Objectives against what was measured, and the return on what was spent.',
      annotations: reading,
    },
    () =>
      inWorkshop(async (workshop) => {
        const { scorecard, roi } = await gatherReport(workshop);
        return { scorecard: scorecard?.rows ?? [], roi: roi ?? null };
      }),
  );
  server.registerTool(
    'pause',
    {
      title: 'Stop publishing',
      description:
        'Stops everything, or one account, at once. Letting go on is for a person: "affiche resume".',
      inputSchema: z.object({
        account: z.string().optional().describe('the key of one account; everything, if missing'),
        reason: z.string().min(1),
      }),
      annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true },
    },
    ({ account, reason }) =>
      inWorkshop(async ({ publisher }) => {
        const scope = account === undefined ? '*' : `account:${account}`;
        return { scope, inFlight: await publisher.pause(scope, { by: 'an assistant', reason }) };
      }),
  );
  return server;
}

async function answer(
  options: ProjectOptions,
  work: (workshop: Workshop) => Promise<unknown>,
): Promise<CallToolResult> {
  try {
    // Opened anew each time: files and other processes may have changed the project meanwhile.
    await using workshop = await openWorkshop(await openProject(options));
    return say(await work(workshop));
  } catch (error) {
    if (!AfficheError.isInstance(error)) throw error;
    const { code, message, hint } = error;
    return { ...say({ error: { code, message, hint } }), isError: true };
  }
}

function say(value: unknown): CallToolResult {
  return { content: [{ type: 'text', text: JSON.stringify(value, null, 2) }] };
}

function shown(findings: readonly Finding[]): string[] {
  return findings.map(formatFinding);
}
