import { newId } from "#db";
import { type Context, fieldError, invalid } from "#services";
import type { JourneyRow } from "#services/journeys";
import type { CommentRow } from "#store/comments";
import { readMembers } from "#store/members";
import { insertNotices } from "#store/notices";

export type Mentioned = { readonly userId: string; readonly email: string; readonly name: string };

/** The members of these ids; throws `invalid` that names each id of somebody else. */
export async function requireMembers(ctx: Context, userIds: readonly string[]): Promise<Mentioned[]> {
  if (userIds.length === 0) return [];
  const members = await readMembers(ctx.database.orm, ctx.workspaceId, null);
  const active = new Map(members.filter(({ status }) => status === "active").map((member) => [member.userId, member]));
  const errors = userIds.flatMap((id, at) =>
    active.has(id) ? [] : [fieldError(["mentions", at], "No active member of this workspace has this id")],
  );
  if (errors.length > 0) throw invalid("Only members can be mentioned.", errors);
  return [...new Set(userIds)].flatMap((id) => active.get(id) ?? []);
}

type Told = {
  readonly journey: Pick<JourneyRow, "id" | "name">;
  readonly row: CommentRow;
  readonly mentioned: readonly Mentioned[];
};

/** Queues a mail to each mentioned member but the one who wrote. */
export async function tellMentioned(ctx: Context, { journey, row, mentioned }: Told): Promise<void> {
  const others = mentioned.filter(({ userId }) => !(ctx.actor.kind === "user" && ctx.actor.id === userId));
  const content = {
    ...{ journeyId: journey.id, journeyName: journey.name, nodeId: row.nodeId, stepLabel: row.stepLabel },
    ...{ text: row.text, author: await authorName(ctx) },
  };
  await insertNotices(
    ctx.database.sql,
    others.map(({ email }) => ({
      ...{ id: newId(), workspaceId: ctx.workspaceId, kind: "mention", channel: "email", recipient: email, content },
    })),
  );
}

async function authorName({ actor, database, workspaceId }: Context): Promise<string> {
  if (actor.kind !== "user") return "An API key";
  const [member] = await readMembers(database.orm, workspaceId, actor.id);
  return member?.name || member?.email || "A member";
}
