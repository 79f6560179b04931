const FILTER_WORDS = ["filter", "condition", "where", "rules", "expression"];
const NEAR = 2;

/** Whether a field was probably meant to exclude people: its name is a name of filters, or similar to one. */
export function looksLikeFilter(name: string): boolean {
  const small = name.toLowerCase();
  return FILTER_WORDS.some((word) => small.includes(word) || distance(small, word) <= NEAR);
}

/**
 * The known name that an unknown one probably means; null = none is similar. Any name of filters may mean the filter
 * that is known.
 */
export function nearestName(name: string, known: readonly string[]): string | null {
  const small = name.toLowerCase();
  const ranked = known
    .map((candidate) => ({ candidate, away: distance(small, candidate.toLowerCase()) }))
    .sort((left, right) => left.away - right.away);
  const [best] = ranked;
  // In a short name two letters are half of the name: “note” is not a typing mistake for “zone”.
  if (best !== undefined && best.away <= (best.candidate.length < 5 ? 1 : NEAR)) return best.candidate;
  return looksLikeFilter(name) ? (known.find(looksLikeFilter) ?? null) : null;
}

/** Number of letters to add, drop or change (Levenshtein); for names of very different length just a number above the limit. */
function distance(left: string, right: string): number {
  if (Math.abs(left.length - right.length) > NEAR) return NEAR + 1;
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...left].entries()) {
    const next = [at + 1];
    for (let index = 1; index <= right.length; index += 1) {
      const changed = (row[index - 1] ?? 0) + (right[index - 1] === letter ? 0 : 1);
      next.push(Math.min(changed, (row[index] ?? 0) + 1, (next[index - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
