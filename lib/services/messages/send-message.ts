import { wakeEngine } from "#db";
import { contentKind } from "#journey";
import { audit, type Context, type FieldError, fieldError, invalid, requireRole, ServiceError } from "#services";
import { findContent } from "#services/content";
import { type DeliveryDetail, getDelivery } from "#services/deliveries";
import { resolvePeople } from "#services/people";
import { insertDirectMessage } from "#store/deliveries";
import { holdPerson } from "#store/devices";
import type { MessageInput } from "./schema.ts";

/** Sends one transactional message to a person, without a journey: a receipt, a code, an answer. */
export async function sendMessage(
  ctx: Context,
  { to, content, variables = {} }: MessageInput,
): Promise<DeliveryDetail> {
  requireRole(ctx, "editor");
  const errors: FieldError[] = [];
  const found = await collect(errors, () => findContent(ctx, content), ["content"], "There is no such content item");
  const [personId] =
    (await collect(errors, () => resolvePeople(ctx, [to], "to"), ["to"], "There is no such person")) ?? [];
  const kind = contentKind(found?.type);
  if (found && (kind === null || kind.isInPage || kind.isCall || kind.lifetimeHours === null))
    errors.push(fieldError(["content"], "is no email, SMS or push message"));
  else if (found && !found.transactional)
    errors.push(fieldError(["content"], "is not marked as transactional; others are sent by journeys"));
  if (errors.length > 0 || !found || !personId || !kind || kind.lifetimeHours === null)
    throw invalid("This message cannot be sent.", errors);
  const message = {
    workspaceId: ctx.workspaceId,
    personId,
    channel: kind.channel,
    contentType: found.type,
    content: { id: found.id, revision: found.revision },
    variables,
    lifetimeHours: kind.lifetimeHours,
  };
  const id = await ctx.database.sql.begin(async (sql) =>
    (await holdPerson(sql, personId)) ? await insertDirectMessage(sql, message) : null,
  );
  if (id === null) throw invalid("This message cannot be sent.", [fieldError(["to"], "is being merged; try again")]);
  await audit(ctx.database.orm, ctx, "message.send", id, { contentId: found.id });
  wakeEngine();
  return getDelivery(ctx, id);
}

/** Findings come together, so that a caller mends all at once. */
async function collect<Found>(
  errors: FieldError[],
  find: () => Promise<Found>,
  field: readonly string[],
  missing: string,
): Promise<Found | undefined> {
  try {
    return await find();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    errors.push(fieldError([...field], missing));
    return undefined;
  }
}
