import type { Calendar, Finding } from '@affiche/core';

/** Says a finding about a publication of a calendar of the idea that it is made from: ids are for machines. */
export function nameIdeas(
  findings: readonly Finding[],
  { publications }: Pick<Calendar, 'publications'>,
): Finding[] {
  return findings.map((finding) => {
    const [root, list, index, part, ...rest] = finding.path;
    const named =
      root === 'calendar' && list === 'publications' ? publications[Number(index)] : undefined;
    if (!named) return finding;
    const inside = part === undefined || part === 'draft' ? rest : [part, ...rest];
    return {
      ...finding,
      path: ['ideas', named.draft.id, ...inside],
      message: finding.message.replaceAll(named.id, `"${named.draft.id}"`),
    };
  });
}
