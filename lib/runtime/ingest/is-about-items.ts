import { IngestProblem } from "./item.ts";

/** Whether an error says that items cannot be stored; a database that is away or busy says nothing against them. */
export function isAboutItems(error: unknown): boolean {
  if (error instanceof IngestProblem) return true;
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  return /^(21|22|23|54|P0)/.test(code);
}
