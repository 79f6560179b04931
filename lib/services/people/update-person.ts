import { wakeEngine } from "#db";
import { audit, type Context, fieldError, invalid, requireRole } from "#services";
import { maskingOf } from "#services/masking";
import { appendSignals } from "#store/inbox";
import { findPerson } from "./person-row.ts";
import { requireRoom } from "./require-room.ts";
import type { Person, PersonPatch } from "./schema.ts";
import { viewPerson } from "./view-person.ts";

/** Changes a person through their inbox, so that journeys process the change like any other (R1). */
export async function updatePerson(ctx: Context, reference: string, patch: PersonPatch): Promise<Person> {
  requireRole(ctx, "editor");
  const row = await findPerson(ctx, reference);
  const masked = patch.traits === undefined ? null : await maskingOf(ctx);
  const hidden = Object.keys(patch.traits ?? {}).filter((trait) => masked?.traits.has(trait));
  if (hidden.length > 0)
    throw invalid(
      "Traits that you do not see cannot be changed.",
      hidden.map((trait) => fieldError(["traits", trait], "is masked for your role")),
    );
  if (patch.traits !== undefined) requireRoom((await viewPerson(ctx, row)).traits, patch.traits);
  const source = ctx.actor.kind === "user" ? "dashboard" : "api";
  await appendSignals(ctx.database.sql, [
    { workspaceId: ctx.workspaceId, personId: row.id, kind: "patch", payload: { patch, source } },
  ]);
  await audit(ctx.database.orm, ctx, "person.update", row.id, { fields: Object.keys(patch) });
  wakeEngine();
  return viewPerson(ctx, row);
}
