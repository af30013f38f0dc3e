/** The lines in which two texts differ: `- ` begins a removed line, `+ ` an added one. */
export function differences(before: string, after: string): readonly string[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const common = longestCommon(old, fresh);
  const lines: string[] = [];
  let [i, j] = [0, 0];
  for (const line of [...common, null]) {
    while (i < old.length && old[i] !== line) lines.push(`- ${old[i++]?.trim() ?? ''}`);
    while (j < fresh.length && fresh[j] !== line) lines.push(`+ ${fresh[j++]?.trim() ?? ''}`);
    [i, j] = [i + 1, j + 1];
  }
  return lines;
}

/** The longest list of lines that both texts have in this order. It is slow for long files, but those of sites are short. */
function longestCommon(one: readonly string[], other: readonly string[]): readonly string[] {
  let row: (readonly string[])[] = Array.from({ length: other.length + 1 }, () => []);
  for (const line of one) {
    const next: (readonly string[])[] = [[]];
    other.forEach((candidate, index) => {
      const [above, left, before] = [row[index + 1] ?? [], next[index] ?? [], row[index] ?? []];
      next.push(line === candidate ? [...before, line] : above.length >= left.length ? above : left);
    });
    row = next;
  }
  return row.at(-1) ?? [];
}
