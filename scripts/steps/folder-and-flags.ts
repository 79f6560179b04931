/** The one folder and the known flags of a command line, or `null` if it is anything else. */
export function folderAndFlags<Flag extends string>(
  given: readonly string[],
  known: readonly Flag[],
): { folder: string; has: (flag: Flag) => boolean } | null {
  const [folder, ...more] = given.filter((text) => !text.startsWith("--"));
  const flags = given.filter((text) => text.startsWith("--"));
  if (!folder || more.length > 0 || flags.some((flag) => !known.includes(flag as Flag))) return null;
  return { folder, has: (flag) => flags.includes(flag) };
}
