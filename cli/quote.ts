/** A word as a shell reads it back: for the commands that the CLI prints. */
export function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** A command line of the CLI; words that are undefined are left out. */
export const commandLine = (...words: readonly (string | undefined)[]): string =>
  ["sojourn", ...words.flatMap((word) => (word === undefined ? [] : [quote(word)]))].join(" ");
