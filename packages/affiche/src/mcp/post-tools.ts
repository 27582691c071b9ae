import type { CallToolResult, McpServer } from '@modelcontextprotocol/server';
import type { PublicationState } from '@affiche/publish';
import { z } from 'zod';
import { pauseScope } from '../project/pause-scope.ts';
import { findPublications, publicationNames } from '../project/publication-names.ts';
import type { Publishing } from '../project/workshop.ts';
import { reading } from './answer.ts';
import { Page, paged } from './paged.ts';

/** Opens the publisher for a tool, and says what came of it. */
export type InPublisher = (
  work: (publishing: Publishing) => Promise<unknown>,
) => Promise<CallToolResult>;

const State = z.enum([
  'planned',
  'publishing',
  'published',
  'parked',
  'failed',
  'partial',
  'missed',
  'cancelled',
  'rolling-back',
  'rolled-back',
] satisfies PublicationState[]);

/** Adds the tools that concern posts which a person approved, or is about to. */
export function addPostTools(server: McpServer, inPublisher: InPublisher): void {
  server.registerTool(
    'apply',
    {
      title: 'Approve the plan',
      description:
        'Makes the changes of the plan that a person approved: what it creates will be published by the worker. Needs the code that "affiche plan" showed to that person in a terminal, and their name. Never make a code up.',
      inputSchema: z.object({
        approval: z.string().describe('the code that a person gave'),
        approvedBy: z.string().min(1).describe('the name of that person'),
      }),
      annotations: { readOnlyHint: false, destructiveHint: true, openWorldHint: true },
    },
    (given, { mcpReq }) =>
      inPublisher(async (publishing) => {
        // What was called off is not approved, however long opening the project took.
        mcpReq.signal.throwIfAborted();
        const { applyProposal } = await import('../workflow/apply.ts');
        return applyProposal(publishing, given);
      }),
  );
  server.registerTool(
    'status',
    {
      title: 'Where everything stands',
      description:
        'Counts approved posts by state, says what is paused, and lists posts in order of time. States: planned, publishing, published, and what needs a person: parked (nobody knows whether it is out), failed, partial, missed; and cancelled.',
      inputSchema: Page.extend({
        states: z.array(State).optional().describe('only these states; all, if missing'),
      }),
      annotations: reading,
    },
    ({ states, ...page }) =>
      inPublisher(async (publishing) => {
        const { counts, publications, pauses } = await publishing.publisher.status();
        const { ideas } = await publicationNames(publishing);
        const wanted = publications
          .filter(({ state }) => states === undefined || states.some((each) => each === state))
          .toSorted((a, b) => a.at.localeCompare(b.at))
          .map((each) => ({ idea: ideas.get(each.id), ...each }));
        return { counts, pauses, publications: paged(wanted, page) };
      }),
  );
  server.registerTool(
    'explain',
    {
      title: 'Explain a post',
      description:
        'Says what happened to a post, or to all posts of an idea, step by step and on what evidence.',
      inputSchema: z.object({
        id: z
          .string()
          .describe('an idea, such as "galette"; or the id of a post, or its first letters'),
      }),
      annotations: reading,
    },
    ({ id }) =>
      inPublisher(async (publishing) => {
        const ids = await findPublications(id, publishing);
        const texts = await Promise.all(ids.map((each) => publishing.publisher.explain(each)));
        return { text: texts.join('\n\n') };
      }),
  );
  server.registerTool(
    'pause',
    {
      title: 'Stop publishing',
      description:
        'Stops everything, or one account, at once, and lists what is being sent just now. Letting go on is for a person: "affiche resume".',
      inputSchema: z.object({
        account: z
          .string()
          .optional()
          .describe('an account, such as bluesky:bakery.bsky.social; everything, if missing'),
        reason: z.string().min(1).describe('why, for the people who find it stopped'),
      }),
      annotations: {
        readOnlyHint: false,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    ({ account, reason }) =>
      inPublisher(async (publishing) => {
        const scope = await pauseScope({ account }, publishing);
        const inFlight = await publishing.publisher.pause(scope, { by: 'an assistant', reason });
        return { scope, inFlight };
      }),
  );
}
