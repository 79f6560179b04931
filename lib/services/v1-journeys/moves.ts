import { conflict } from "#services";
import type { JourneyRow } from "#services/journeys";
import type { V1JourneyPatch } from "./schema.ts";
import { statusOf } from "./view.ts";

/** The move that leads to the status that is asked for; null = the journey has it already, or none is asked for. */
export function moveTo(row: JourneyRow, { status }: V1JourneyPatch): "publish" | "pause" | "archive" | null {
  const current = statusOf(row.status);
  if (status === undefined || status === current) return null;
  if (status === "archived") return "archive";
  if (status === "active" && (current === "draft" || current === "paused")) return "publish";
  if (status === "paused" && current === "active") return "pause";
  throw refused(row, `This journey is ${current}, so its status cannot become ${status}.`);
}

/** While active only the name, the description and the status may change; an archived journey never changes. */
export function requireChangeable(row: JourneyRow, patch: V1JourneyPatch): void {
  const { status, pauseMode: _mode, name, description, ...structure } = patch;
  const fields = Object.keys(structure);
  if (
    row.status === "archived" &&
    (name !== undefined || description !== undefined || fields.length > 0 || status !== "archived")
  )
    throw refused(row, "This journey is archived, which is final.");
  if (row.status === "published" && fields.length > 0)
    throw refused(row, `This journey is active: ${fields.join(", ")} cannot change. Pause it first.`, fields);
}

function refused(row: JourneyRow, message: string, fields: readonly string[] = []) {
  return conflict(message, { currentStatus: statusOf(row.status), ...(fields.length === 0 ? {} : { fields }) });
}
