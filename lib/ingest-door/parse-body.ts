import { HttpError } from "#http";
import type { IngestItem } from "#runtime";
import { Batch, MAX_BATCH } from "./messages.ts";
import { messageType, type Origin, parseMessage, refusal } from "./parse-message.ts";
import type { DoorRoute } from "./routes.ts";

/** A body as the items it brings: all of them, or a refusal that names the field and nothing. */
export function parseBody(route: DoorRoute, body: Record<string, unknown>, origin: Origin): IngestItem[] {
  if (route.type !== "batch") return [parseMessage(route.type, body, origin)];
  if (Array.isArray(body.batch) && body.batch.length > MAX_BATCH) {
    throw new HttpError("too_large", `A batch may have ${MAX_BATCH} events at most.`);
  }
  const parsed = Batch.safeParse(body);
  if (!parsed.success) throw refusal(parsed.error, body, []);
  const { batch, sentAt, context } = parsed.data;
  return batch.map((message, at) => {
    const path = ["batch", at];
    const shared = {
      ...(sentAt === undefined ? {} : { sentAt: sentAt.getTime() }),
      ...(context === undefined ? {} : { context }),
    };
    return parseMessage(messageType(message, path), { ...shared, ...message }, origin, path);
  });
}
