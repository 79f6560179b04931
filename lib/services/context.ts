import { type Database, databaseForFigures, getDatabase } from "#db";
import { forbidden } from "./errors.ts";

export const ROLES = ["viewer", "editor", "owner"] as const;
export type Role = (typeof ROLES)[number];

/** What a key may be limited to, each apart from the others. */
export const SCOPES = ["read", "draft", "publish", "send", "personal"] as const;
export type Scope = (typeof SCOPES)[number];

/** Who acts: a signed-in user, an API key, or the product itself. */
export type Actor = {
  readonly kind: "user" | "key" | "system";
  readonly id: string;
  readonly role: Role;
  /** The network address that the request came from. */
  readonly address?: string | null;
  /** Of a key that is limited to them; without them, all that the role may do. */
  readonly scopes?: readonly Scope[] | null;
};

/** Everything a service function needs to know about its caller; every read and write is limited to `workspaceId`. */
export type Context = { readonly database: Database; readonly workspaceId: string; readonly actor: Actor };

/** A context on the process's own database; for figures on its standby, if there is one in step. */
export function openContext(workspaceId: string, actor: Actor, purpose?: "figures"): Context {
  const database = getDatabase();
  return { database: purpose === "figures" ? databaseForFigures(database) : database, workspaceId, actor };
}

export function hasRole(actor: Actor, needed: Role): boolean {
  return ROLES.indexOf(actor.role) >= ROLES.indexOf(needed);
}

/** Refuses with `forbidden` when the caller's role is below the needed one. */
export function requireRole(ctx: Context, needed: Role): void {
  if (!hasRole(ctx.actor, needed)) throw forbidden(`This needs the role ${needed}; yours is ${ctx.actor.role}.`);
}
