import { newId, requestAdvance, shardOf, wakeEngine } from "#db";
import type { JsonObject } from "#journey";
import { audit, type Context, conflict, requireRole } from "#services";
import { findJourney, type JourneyRow } from "#services/journeys";
import { awaitOperation, queueOperation } from "#services/operations";
import type { AskedEnrollment } from "#store/enrollments";
import { appendSignals } from "#store/inbox";
import { membersUpTo } from "#store/segment-members";
import { outcomesOf } from "./enroll-outcomes.ts";
import { namedPeople, type PropertiesById } from "./named-people.ts";
import type { EnrollInput, EnrollOutcome } from "./schema.ts";
import { segmentOf } from "./segment-of.ts";

/** Up to this many people are enrolled while the caller waits; more become an operation. */
const AT_ONCE = 1_000;

/** Enrolls people by hand: the audience is not checked, the other entry rules are. */
export async function enrollPeople(ctx: Context, reference: string, input: EnrollInput): Promise<EnrollOutcome> {
  requireRole(ctx, "editor");
  const journey = await findJourney(ctx, reference);
  if (journey.status !== "published") {
    throw conflict(`Nobody can be enrolled: the journey is ${journey.status}.`, {
      currentStatus: journey.status.toUpperCase(),
    });
  }
  const properties = input.properties ? { properties: input.properties } : {};
  if (input.segmentId !== undefined) {
    const segmentId = await segmentOf(ctx, String(input.segmentId));
    const members = input.each ? await membersUpTo(ctx.database.sql, segmentId, AT_ONCE) : null;
    if (members) return enrollNow(ctx, journey, members, properties);
    return enrollLater(ctx, journey, { segmentId, ...properties }, null);
  }
  const { personIds, propertiesById, unknown, created } = await namedPeople(ctx, input);
  const report = input.unknown === undefined || input.unknown === "refuse" ? {} : { unknown, created };
  if (personIds.length > AT_ONCE) {
    const own = Object.keys(propertiesById).length > 0 ? { propertiesById } : {};
    return { ...report, ...(await enrollLater(ctx, journey, { personIds, ...properties, ...own }, personIds.length)) };
  }
  return { ...report, ...(await enrollNow(ctx, journey, personIds, properties, propertiesById)) };
}

async function enrollLater(
  ctx: Context,
  journey: JourneyRow,
  input: Record<string, unknown>,
  total: number | null,
): Promise<EnrollOutcome> {
  const id = await ctx.database.orm.transaction(async (tx) => {
    await audit(tx, ctx, "journey.enroll", journey.id, { total });
    return queueOperation(ctx, tx, "enroll", { ...input, origin: "manual" }, { journeyId: journey.id });
  });
  wakeEngine();
  const operation = await awaitOperation(ctx, id);
  return { operation: { id, status: operation.status, done: operation.done, total: operation.total } };
}

/** The enrollment's id is chosen here, so that the answer can name it before the engine creates it (R5). */
async function enrollNow(
  ctx: Context,
  journey: JourneyRow,
  personIds: readonly string[],
  common: { readonly properties?: JsonObject },
  propertiesById: PropertiesById = {},
): Promise<EnrollOutcome> {
  if (personIds.length === 0) return { enrollments: [] };
  const asked: AskedEnrollment[] = personIds.map((personId) => {
    const shard = shardOf(personId);
    return { personId, enrollmentId: newId(shard), signalId: newId(shard) };
  });
  await ctx.database.sql.begin((sql) =>
    appendSignals(
      sql,
      asked.map(({ personId, enrollmentId, signalId }) => ({
        id: signalId,
        workspaceId: ctx.workspaceId,
        personId,
        kind: "enroll",
        payload: {
          journeyId: journey.id,
          enrollmentId,
          origin: "manual",
          ...propertiesOf(common, propertiesById[personId]),
        },
      })),
    ),
  );
  await audit(ctx.database.orm, ctx, "journey.enroll", journey.id, { total: asked.length });
  const [only] = personIds.length === 1 ? personIds : [];
  const stepped = only ? await requestAdvance(only) : "absent";
  if (stepped !== "done") wakeEngine();
  return { enrollments: await outcomesOf(ctx, journey.id, asked, stepped === "absent") };
}

const propertiesOf = ({ properties }: { readonly properties?: JsonObject }, own: JsonObject | undefined) =>
  properties || own ? { properties: { ...properties, ...own } } : {};
