import { AfficheError } from '@affiche/core';
import type { CallToolResult } from '@modelcontextprotocol/server';
import { hintFor } from '../terminal/hints.ts';

/** What a tool does that changes nothing, and asks nobody outside. */
export const reading = { readOnlyHint: true, openWorldHint: false } as const;

/** Does what a tool does; what goes wrong is an answer that an assistant can act on. */
export async function answer(work: () => Promise<unknown>): Promise<CallToolResult> {
  try {
    return say(await work());
  } catch (error) {
    if (!AfficheError.isInstance(error)) throw error;
    const { code, message } = error;
    return { ...say({ error: { code, message, hint: hintFor(error) } }), isError: true };
  }
}

function say(value: unknown): CallToolResult {
  return { content: [{ type: 'text', text: JSON.stringify(value, null, 2) }] };
}
