import { type Context, hasRole, iso } from "#services";
import type { SavedViewRow } from "#store/saved-views";
import type { SavedView } from "./schema.ts";

/** The member whose own views a caller has; a key has none. */
export const memberOf = ({ actor }: Context): string | null => (actor.kind === "user" ? actor.id : null);

export function viewSavedView(ctx: Context, row: SavedViewRow): SavedView {
  const { id, name, path, query, userId, createdBy, createdAt } = row;
  const isOwn = createdBy === `${ctx.actor.kind}:${ctx.actor.id}`;
  const isShared = userId === null;
  return {
    ...{ id, name, path, query, isShared },
    mayDelete: !isShared || isOwn || hasRole(ctx.actor, "owner"),
    createdAt: iso(createdAt),
  };
}
