const header = /^(?<start>PFX \S+ [YN] )(?<entries>\d+)\s*$/;

/**
 * Takes the prefixes with an apostrophe out of a Hunspell affix file: each « l’ » and « qu’ » would be
 * unfolded into words of its own, six times the time and the memory. Spelling knows elisions itself.
 */
export function withoutElisions(affixes: string): string {
  const lines = affixes.split('\n');
  const kept: string[] = [];
  for (let index = 0; index < lines.length;) {
    const { start, entries = '0' } = header.exec(lines[index] ?? '')?.groups ?? {};
    const block = lines.slice(index, index + 1 + Number(entries));
    const rest = block.slice(1).filter((entry) => !addsApostrophe(entry));
    if (start === undefined) kept.push(...block);
    else if (rest.length > 0) kept.push(`${start}${rest.length}`, ...rest);
    index += block.length;
  }
  return kept.join('\n');
}

function addsApostrophe(entry: string): boolean {
  const [_kind, _flag, _remove, add = ''] = entry.split(/\s+/);
  return /['’]/.test(add);
}
