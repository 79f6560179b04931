import { findUnstorable, HttpError, inputErrors, summarize } from "#http";
import { isObject } from "#values";
import { Batch, MAX_BATCH } from "./messages.ts";
import { type Origin, type Parsed, parseMessage, parseSuspect, withoutEmptyLists } from "./parse-message.ts";
import type { DoorRoute } from "./routes.ts";

/** The messages of a body, each as received and as parsed. */
export type ParsedBody = { readonly inputs: readonly unknown[]; readonly messages: readonly Parsed[] };

/** Parses each message separately, so that a faulty one does not affect the others. */
export function parseBody(route: DoorRoute, body: Record<string, unknown>, origin: Origin): ParsedBody {
  // Checks the whole body first, because nearly always nothing is found.
  const parse = findUnstorable(body) === null ? parseMessage : parseSuspect;
  const { messageType } = route;
  if (messageType !== null) return { inputs: [body], messages: [parse(messageType, body, origin)] };
  const inputs = openEnvelope(body, origin.lenient);
  const { sentAt, context } = body;
  const shared = isObject(context) ? { sentAt, context } : { sentAt };
  const messages = inputs.map((input, at) => parse(null, withEnvelope(input, shared), origin, ["batch", at]));
  return { inputs, messages };
}

/** Fields of the batch apply to messages without them. */
function withEnvelope(input: unknown, shared: Record<string, unknown>): unknown {
  if (!isObject(input)) return input;
  const message: Record<string, unknown> = { ...shared, ...input };
  if (message.sentAt === "") message.sentAt = shared.sentAt;
  return message;
}

/** The messages of a batch. Compatible clients drop what is answered with an error, so they hear of none but the size and a body that is no batch. */
function openEnvelope(body: Record<string, unknown>, lenient: boolean): readonly unknown[] {
  const { batch } = body;
  if (Array.isArray(batch) && batch.length > MAX_BATCH) {
    throw new HttpError("too_large", `A batch may have ${MAX_BATCH} events at most.`);
  }
  if (lenient) {
    if (Array.isArray(batch)) return batch;
    throw new HttpError("bad_request", "The body needs a list of messages in `batch`.");
  }
  const parsed = Batch.safeParse(withoutEmptyLists(body));
  if (parsed.success) return parsed.data.batch;
  const errors = inputErrors(parsed.error, body);
  throw new HttpError("unprocessable", summarize(errors), errors);
}
