import type { Cli } from "../cli.ts";
import type { Edited } from "./edit-journey.ts";
import { sayProblems } from "./warnings.ts";

type Report = {
  readonly value: unknown;
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What was done, as a sentence without its end: `Added the node done`. */
  readonly done: string;
  readonly undo: string;
};

/** Prints the parts that an edit made, says what was done and what follows, and how to reverse it. */
export function reportEdit(cli: Cli, edited: Edited, { value, heading, rows, done, undo }: Report): void {
  const { journey } = edited.after;
  cli.output.table(value, { heading, rows });
  cli.output.say(cli.isPlan ? `Plan, nothing was changed: ${done}.` : `${done}${consequence(edited)}.`);
  for (const { pointer, message } of edited.unread) cli.output.say(`Warning: ${pointer}: ${message}`);
  sayProblems(cli, edited.after, edited.problems);
  if (!cli.isPlan && journey.status !== "ARCHIVED") cli.output.undo(undo);
}

function consequence({ before, after: { journey } }: Edited): string {
  if (journey.status === "PAUSED") return "; in the draft until the journey is activated";
  const { number } = journey.publishedVersion ?? { number: null };
  const isNew = number !== (before.journey.publishedVersion?.number ?? null);
  return journey.status === "PUBLISHED" && isNew
    ? `; published as version ${number}, people inside stay on theirs`
    : "";
}
