import { type Context, hasRole, iso, isoOrNull } from "#services";
import { readKeyNames } from "#store/api-keys";
import type { CommentRow } from "#store/comments";
import { readMembers } from "#store/members";
import type { Comment } from "./schema.ts";

/** Comments as the API shows them, with the names of people and keys. */
export async function viewComments(ctx: Context, rows: readonly CommentRow[]): Promise<Comment[]> {
  const names = await namesOf(ctx, rows);
  const own = authorOf(ctx);
  return rows.map((row) => ({
    ...{ id: row.id, nodeId: row.nodeId, stepLabel: row.stepLabel, parentId: row.parentId, text: row.text },
    mentions: row.mentions.map((userId) => ({ userId, name: names.get(`user:${userId}`) ?? GONE })),
    createdBy: whoOf(row.createdBy, names),
    resolvedBy: row.resolvedBy === null ? null : whoOf(row.resolvedBy, names),
    resolvedAt: isoOrNull(row.resolvedAt),
    isEdited: row.editedAt !== null,
    mayEdit: row.createdBy === own,
    mayDelete: row.createdBy === own || hasRole(ctx.actor, "owner"),
    createdAt: iso(row.createdAt),
  }));
}

export const authorOf = ({ actor }: Context): string => `${actor.kind}:${actor.id}`;

const GONE = "somebody who is gone";

function whoOf(actor: string, names: ReadonlyMap<string, string>): Comment["createdBy"] {
  const [kind, id = ""] = actor.split(":");
  return { kind: kind === "key" ? "key" : "user", id, name: names.get(actor) ?? GONE };
}

/** The names of members and keys by `user:<id>` and `key:<id>`. */
async function namesOf(ctx: Context, rows: readonly CommentRow[]): Promise<ReadonlyMap<string, string>> {
  if (rows.length === 0) return new Map();
  const { orm } = ctx.database;
  const actors = rows.flatMap((row) => [row.createdBy, row.resolvedBy ?? ""]);
  const keyIds = [...new Set(actors.flatMap((actor) => (actor.startsWith("key:") ? [actor.slice(4)] : [])))];
  const [keys, members] = await Promise.all([
    readKeyNames(orm, ctx.workspaceId, keyIds),
    readMembers(orm, ctx.workspaceId, null),
  ]);
  return new Map([
    ...keys.map(({ id, name }) => [`key:${id}`, name] as const),
    ...members.map(({ userId, name, email }) => [`user:${userId}`, name || email] as const),
  ]);
}
