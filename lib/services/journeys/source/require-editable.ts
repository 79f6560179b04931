import { type Context, conflict } from "#services";
import type { JourneyRow } from "../find-journey.ts";

/** Where a change of a draft comes from: a file that is applied with a key, or anywhere else. */
export type Origin = "file" | "console";

type Kept = Pick<JourneyRow, "truth" | "sourceFile" | "key">;

/** Refuses a change of the draft that the journey's source of truth does not allow, with what to do instead. */
export function requireEditable({ actor }: Context, row: Kept, origin: Origin = "console"): void {
  const why = whyNotEditable(row, origin === "file" && actor.kind === "key" ? "file" : "console");
  if (why !== null) throw conflict(why, { truth: row.truth, file: row.sourceFile });
}

function whyNotEditable({ truth, sourceFile, key }: Kept, origin: Origin): string | null {
  if (truth === "code" && origin === "console") {
    const file = sourceFile?.path ?? `the file of the journey ${key}`;
    return `This journey is kept as code: change ${file} and apply it, or choose another source of truth in the settings.`;
  }
  if (truth === "console" && origin === "file")
    return "This journey is kept in the console: pull it to have its file as it is here, or choose another source of truth in the settings.";
  return null;
}
