import type { CompileSeed, Composition, Step } from '@affiche/core';
import { invisibleStep } from '../invisible-step.ts';
import { outputOf, referencedSteps } from '../output-reference.ts';
import { withLink } from '../post-text.ts';
import type { SnapchatFacts } from './facts.ts';
import type { SnapchatOptions, SnapchatSettings } from './settings.ts';

/** Turns a draft into two steps for each snap: its file, and the story or spotlight that shows it. */
export function compile(
  { draft, options }: Composition<SnapchatOptions, SnapchatFacts>,
  { settleSeconds = 30 }: SnapchatSettings,
  { key }: CompileSeed,
): Step[] {
  return draft.items.flatMap((item, index) => {
    const [file] = item.media;
    if (!file) return [];
    const { source, mimeType } = file;
    const upload = { source, mimeType, name: `${key} ${index}` };
    const { as, locale, saveToProfile } = options;
    const request = {
      as,
      media: outputOf(`upload-${index}`, 'id'),
      ...(as === 'spotlight' && { description: withLink(item), locale, saveToProfile }),
    };
    return [
      invisibleStep(`upload-${index}`, 'upload', upload, {
        buckets: ['requests'],
        timeoutSeconds: 600,
      }),
      {
        id: `snap-${index}`,
        kind: 'create-snap',
        item: index,
        visibility: 'public',
        // The list names the file, which is in no other snap.
        recognition: 'handle',
        needs: referencedSteps(request),
        costs: [{ bucket: 'requests', points: 1 }],
        timeoutSeconds: 60,
        settleSeconds,
        request,
      } as const,
    ];
  });
}
