/**
 * Estimates the number of instructions of a compiled regular expression; a repetition such as `a{1000}` is expanded.
 * The estimate is made without compiling, because compiling a large expression takes about a second.
 */
export function patternSize(source: string): number {
  const groups: number[] = [];
  let size = 0;
  let last = 0;
  for (let at = 0; at < source.length; at++) {
    const sign = source[at];
    if (sign === "(") {
      groups.push(size);
      size = 0;
      last = 0;
    } else if (sign === ")") {
      last = size + 2;
      size = (groups.pop() ?? 0) + last;
    } else if (sign === "{" && REPETITION.test(source.slice(at, at + 12))) {
      const [written = "", least, most] = REPETITION.exec(source.slice(at, at + 12)) ?? [];
      size += last * Math.max(0, Math.max(Number(least), Number(most || 0)) - 1);
      at += written.length - 1;
    } else {
      if (sign === "\\") at = endOfEscape(source, at);
      else if (sign === "[") at = endOfClass(source, at);
      last = 1;
      size += 1;
    }
  }
  return groups.reduce((sum, outer) => sum + outer, size);
}

/** `{n}`, `{n,}` or `{n,m}`. */
const REPETITION = /^\{(\d{1,4})(?:,(\d{0,4}))?\}/;

function endOfEscape(source: string, at: number): number {
  const braced = /^\\[pPx]\{[^}]*\}/.exec(source.slice(at, at + 64));
  return at + (braced === null ? 1 : braced[0].length - 1);
}

function endOfClass(source: string, at: number): number {
  let end = source[at + 1] === "^" ? at + 2 : at + 1;
  // A bracket in the first place is a character of the class.
  if (source[end] === "]") end += 1;
  while (end < source.length && source[end] !== "]") end += source[end] === "\\" ? 2 : 1;
  return end;
}
