import type { Database } from "#db";
import { type Caller, readIdempotencyKey } from "#http";
import { log } from "#log";
import { countMessages, IngestProblem, isAboutItems, type MessageFinding, noteFindings, type Stored } from "#runtime";
import { type FieldError, fieldError } from "#services";
import { answerBody, type Outcome, refusalOf } from "./answer.ts";
import type { IngestQueue } from "./ingest-queue.ts";
import { type ParsedBody, parseBody } from "./parse-body.ts";
import type { Parsed, Refusal } from "./parse-message.ts";
import type { DoorRoute } from "./routes.ts";
import { withoutProof } from "./user-proof.ts";

export type Call = {
  readonly route: DoorRoute;
  readonly caller: Caller;
  readonly request: Request;
  readonly body: Record<string, unknown>;
  readonly receivedAt: Date;
};

/**
 * Stores the messages of a body and returns their outcomes. An invalid message is refused alone and recorded for the
 * workspace's owner before the answer.
 */
export async function takeMessages(database: Database, queue: IngestQueue, call: Call): Promise<unknown> {
  const { route, caller } = call;
  const { workspaceId, siteId, userProof } = caller;
  const trusted = caller.via !== "publishable";
  const lenient = route.dialect === "segment";
  const origin = { workspaceId, siteId, trusted, lenient, userProof, receivedAt: call.receivedAt };
  const parsed = parseBody(route, withMessageId(call), origin);
  const outcomes = await store(queue, route, parsed.messages, isAtomic(call));
  countMessages(database, workspaceId, outcomes.length);
  const refusals = outcomes.flatMap((outcome) => (outcome.status === "refused" ? [outcome.refusal] : []));
  if (refusals.length > 0 || parsed.messages.some(({ notes }) => notes.length > 0)) {
    await keepFindings(database, call, parsed, outcomes);
  }
  const body = answerBody(route, caller, { inputs: parsed.inputs, outcomes });
  // The compatible clients drop what is answered with an error and do not report it.
  if (!lenient && refusals.length > 0 && refusals.length === outcomes.length) throw refusalOf(route, refusals, body);
  return body;
}

async function store(
  queue: IngestQueue,
  route: DoorRoute,
  messages: readonly Parsed[],
  atomic: boolean,
): Promise<Outcome[]> {
  const items = messages.flatMap(({ item }) => (item ? [item] : []));
  if (atomic && items.length < messages.length) return messages.map((message) => unstored(message.refusal));
  const stored = items.length === 0 ? [] : await addTo(queue, items, atomic);
  let next = 0;
  return messages.map((message, index): Outcome => {
    if (message.refusal) return { status: "refused", refusal: message.refusal };
    const result = stored[next++];
    if (result && result.status !== "refused") return result;
    return { status: "refused", refusal: refusedWhenStored(route, index, result?.error) };
  });
}

/** In an atomic batch, valid messages are refused without an error of their own. */
const unstored = (refusal: Refusal | null): Outcome => ({
  status: "refused",
  refusal: refusal ?? { reason: "not_stored", errors: [] },
});

async function addTo(queue: IngestQueue, items: Parameters<IngestQueue["add"]>[0], atomic: boolean): Promise<Stored[]> {
  try {
    return await queue.add(items, atomic);
  } catch (error) {
    if (!atomic || !isAboutItems(error)) throw error;
    const at = error instanceof IngestProblem ? error.index : 0;
    return items.map((_, index) => ({ status: "refused", error: index === at ? error : null }));
  }
}

/** A message that the engine or the database refuses although it passed the checks here. */
function refusedWhenStored(route: DoorRoute, index: number, error: unknown): Refusal {
  if (error === null) return { reason: "not_stored", errors: [] };
  const path = route.messageType === null ? ["batch", index] : [];
  const isKnown = error instanceof IngestProblem;
  if (!isKnown) log.error("a message could not be stored and was refused", { error });
  const field: FieldError = isKnown
    ? fieldError([...path, ...error.field.split(".")], `${error.field} ${error.fault}`)
    : fieldError(path, "the database cannot store this message");
  return { reason: "not_stored", errors: [field] };
}

function isAtomic({ route, request }: Call): boolean {
  return route.path === "/api/batch" && new URL(request.url).searchParams.get("atomic") === "1";
}

/** `Idempotency-Key` is the `messageId` of a single call that has none. */
function withMessageId({ route, request, body }: Call): Record<string, unknown> {
  if (route.dialect !== "native" || route.messageType === null) return body;
  const messageId = readIdempotencyKey(request.headers);
  return messageId === null || body.messageId ? body : { ...body, messageId };
}

async function keepFindings(
  database: Database,
  call: Call,
  parsed: ParsedBody,
  outcomes: readonly Outcome[],
): Promise<void> {
  const depth = call.route.messageType === null ? 2 : 0;
  const findings = parsed.messages.flatMap((message, index): MessageFinding[] => {
    const outcome = outcomes[index];
    // A message may have several faults; it is counted once, by the first.
    const [error] = outcome?.status === "refused" ? outcome.refusal.errors : [];
    const about = (reason: MessageFinding["reason"], { pointer, message: text }: FieldError): MessageFinding => ({
      workspaceId: call.caller.workspaceId,
      reason,
      path: pointer.split("/").slice(1 + depth),
      message: text,
      door: call.route.path,
      input: withoutProof(parsed.inputs[index]),
    });
    if (outcome?.status === "refused") return error ? [about(outcome.refusal.reason, error)] : [];
    return message.notes.map(({ reason, field }) => about(reason, field));
  });
  try {
    await noteFindings(database, findings);
  } catch (error) {
    // What was good is stored, and may not be lost or doubled because this is not; it is written with the next.
    log.error("refused messages could not be counted", { error });
  }
}
