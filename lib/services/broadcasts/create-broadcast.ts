import { newId, wakeEngine } from "#db";
import { type Canvas, type JsonObject, tidyDocument } from "#journey";
import { audit, type Context, invalidField, requireRole, type Transaction } from "#services";
import { firstSite } from "#services/campaigns";
import { reachOf } from "#services/consent";
import { checkAhead, insertJourney, publishNewIn, readCanvas, requireDocumentRuns } from "#services/journeys";
import { queueOperation } from "#services/operations";
import { insertBroadcastRow } from "#store/broadcasts";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "#times";
import { type Meant, readMeant } from "./audience.ts";
import { getBroadcast } from "./get-broadcast.ts";
import type { BroadcastDetail, NewBroadcast } from "./schema.ts";

/** Clocks are at most 14 hours before UTC and 12 behind it; an hour more for people who enter late. */
const EAST_MS = 15 * HOUR_MS;
const WEST_MS = 12 * HOUR_MS;
/** What starts within a second starts at once. */
const NOW_MS = SECOND_MS;
/** How late a message may leave after its turn (R44). */
const PATIENCE_MINUTES = (3 * DAY_MS) / MINUTE_MS;
const DESCRIPTION = "Sends one broadcast.";

/**
 * Sends one message to many people, once: a journey of its own, which is published, and the operation that enrolls the
 * people when it starts; all or nothing. Throws `invalid` if the message cannot be sent, with every finding.
 */
export async function createBroadcast(ctx: Context, input: NewBroadcast): Promise<BroadcastDetail> {
  requireRole(ctx, "editor");
  const startsAt = startOf(input, Date.now());
  const meant = await readMeant(ctx, input);
  const reach = await reachOf(ctx, { channel: meant.channel, content: meant.content.id }, meant.ids);
  const canvas = draw(input, meant, reach.total);
  const settings = sendingOf(input);
  const document = tidyDocument({ ...canvas, settings, goalConfig: null, audienceId: null, allowAnonymous: false });
  await requireDocumentRuns(ctx, document);
  const siteId = await firstSite(ctx);
  const journey = { name: `Broadcast: ${input.name}`, description: DESCRIPTION, siteId, canvas, settings };
  const check = await checkAhead(ctx, document);
  const id = newId();
  await ctx.database.orm.transaction(async (tx) => {
    const created = await insertJourney(ctx, tx, journey);
    await publishNewIn(ctx, tx, created, check);
    const operationId = await enrollLater(ctx, tx, created.id, { input, meant, startsAt });
    const { total, reachable, exact, reasons } = reach;
    await insertBroadcastRow(tx, {
      id,
      workspaceId: ctx.workspaceId,
      name: input.name,
      journeyId: created.id,
      operationId,
      contentId: meant.content.id,
      audience: meant.audience,
      segmentId: meant.ids.segmentId ?? null,
      startsAt: startsAt ?? new Date(),
      localTime: input.localTime ?? null,
      perMinute: input.perMinute ?? null,
      reach: { total, reachable, exact, reasons: reasons.map(({ code, people }) => ({ code, people })) },
      createdBy: `${ctx.actor.kind}:${ctx.actor.id}`,
    });
    await audit(tx, ctx, "broadcast.create", id, { journeyId: created.id, audience: meant.audience });
  });
  wakeEngine();
  return getBroadcast(ctx, id);
}

/** When the first people enter; null = at once. At a local time they enter before it is that late anywhere. */
function startOf({ startsAt, localTime }: NewBroadcast, now: number): Date | null {
  if (localTime === undefined) {
    const at = startsAt === undefined ? now : Date.parse(startsAt);
    return at - now < NOW_MS ? null : new Date(at);
  }
  const wall = Date.parse(`${localTime}Z`);
  if (wall + WEST_MS < now) throw invalidField(["localTime"], "It is later than that everywhere");
  return wall - EAST_MS <= now ? null : new Date(wall - EAST_MS);
}

/**
 * People of one zone are due at once, so at a local time the rate is one of sending; else they enter at that rate, and a
 * broadcast that is stopped has not let in those whose turn had not come.
 */
const sendingOf = ({ localTime, perMinute }: NewBroadcast): JsonObject =>
  localTime === undefined || perMinute === undefined ? {} : { sending: { perMinute } };

function draw({ localTime, perMinute }: NewBroadcast, { content }: Meant, people: number): Canvas {
  // The last of those who are due at once has to wait for all others.
  const queue = localTime === undefined || perMinute === undefined ? 0 : Math.ceil(people / perMinute);
  const patience = queue === 0 ? {} : { expiresAfter: `${PATIENCE_MINUTES + queue}m` };
  const wait = { name: "local_time", type: "WAIT", config: { until: { at: localTime } } };
  const nodes: JsonObject[] = [
    { name: "start", type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} } },
    ...(localTime === undefined ? [] : [wait]),
    { name: "message", type: "CONTENT", contentId: content.id, config: { contentType: content.type, ...patience } },
    { name: "end", type: "EXIT", config: {} },
  ];
  const edges = nodes.slice(1).map((_, place) => ({ sourceNodeId: place, targetNodeId: place + 1 }));
  return readCanvas({ nodes, edges });
}

type Enrolling = { readonly input: NewBroadcast; readonly meant: Meant; readonly startsAt: Date | null };

function enrollLater(
  ctx: Context,
  tx: Transaction,
  journeyId: string,
  { input: { perMinute, localTime }, meant: { ids }, startsAt }: Enrolling,
): Promise<string> {
  const rate = perMinute === undefined || localTime !== undefined ? {} : { perMinute };
  const people = ids.segmentId === undefined && ids.personIds === undefined ? { include: [], exclude: [] } : ids;
  return queueOperation(ctx, tx, "enroll", { ...people, ...rate, origin: "manual" }, { journeyId, nextAt: startsAt });
}
