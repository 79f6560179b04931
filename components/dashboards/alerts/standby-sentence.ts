import type { FiguresSource } from "#data";

/** Why figures come from the main database although there is a standby for them; null: they do not. */
export function standbySentence({ answers, reason, lagMs }: FiguresSource): string | null {
  if (answers === "standby") return null;
  if (reason === "behind")
    return `Figures come from the main database: the standby is ${Math.ceil((lagMs ?? 0) / 1_000)} s behind.`;
  if (reason === "no standby")
    return "Figures come from the main database: DATABASE_READ_URL leads to no standby of it.";
  return "Figures come from the main database: the standby does not answer.";
}
