import type { StepOutput } from '@affiche/core';

/** Where people see a post. */
export function urlOf(urn: string): string {
  return `https://www.linkedin.com/feed/update/${urn}/`;
}

/** What a comment leaves behind: its URN, which names what it stands under. */
export function commentOutput(id: string, object: string): StepOutput {
  const urn = id.startsWith('urn:') ? id : `urn:li:comment:(${object},${id})`;
  return { id: urn };
}
