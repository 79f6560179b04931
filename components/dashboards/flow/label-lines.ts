/** A label in lines of at most so many letters: broken between words, and within a word that is longer than a line. */
export function labelLines(label: string, letters: number): string[] {
  const most = Math.max(4, letters);
  const lines: string[] = [];
  for (const word of label.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else for (let at = 0; at < word.length; at += most) lines.push(word.slice(at, at + most));
  }
  return lines;
}
