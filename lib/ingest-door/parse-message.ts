import type * as z from "zod";
import { HttpError, inputErrors, summarize } from "#http";
import { isReservedEvent } from "#journey";
import type { IngestItem } from "#runtime";
import { type FieldError, fieldError } from "#services";
import { MESSAGE_TYPES, MESSAGES, type MessageType } from "./messages.ts";

/** What the parser needs to know beside the message itself. */
export type Origin = {
  readonly workspaceId: string;
  readonly siteId: string | null;
  /** Whether reserved event names are allowed: not for keys that stand in a web page. */
  readonly trusted: boolean;
  readonly receivedAt: Date;
};

/** Parses one call into what the engine takes; `path` leads to it inside the body. */
export function parseMessage(
  type: MessageType,
  input: unknown,
  origin: Origin,
  path: readonly PropertyKey[] = [],
): IngestItem {
  const parsed = MESSAGES[type].safeParse(input);
  if (!parsed.success) throw refusal(parsed.error, input, path);
  const message = parsed.data;
  if (message.userId === undefined && message.anonymousId === undefined) {
    throw unprocessable(fieldError([...path, "userId"], "a userId or an anonymousId is needed"));
  }
  if (type === "alias" && !("previousId" in message && message.previousId)) {
    throw unprocessable(fieldError([...path, "previousId"], "the id that the person had before is needed"));
  }
  if ("event" in message && isReservedEvent(message.event) && !origin.trusted) {
    const error = fieldError([...path, "event"], `“${message.event}” is a reserved name and needs a secret key`);
    throw new HttpError("forbidden", summarize([error]), [error]);
  }
  return toItem(type, message, origin);
}

type Message = z.output<(typeof MESSAGES)[MessageType]>;

function toItem(type: MessageType, message: Message, origin: Origin): IngestItem {
  const { userId, anonymousId, messageId, context } = message;
  const timestamp = correctClock(message.timestamp, message.sentAt, origin.receivedAt);
  return {
    workspaceId: origin.workspaceId,
    type,
    ...(origin.siteId === null ? {} : { siteId: origin.siteId }),
    ...(userId === undefined ? {} : { userId }),
    ...(anonymousId === undefined ? {} : { anonymousId }),
    ...(messageId === undefined ? {} : { messageId }),
    ...(context === undefined ? {} : { context }),
    ...(timestamp === undefined ? {} : { timestamp }),
    ...specific(message),
  };
}

function specific(message: Message): Partial<IngestItem> {
  const traits = "traits" in message && message.traits ? { traits: message.traits } : {};
  if ("event" in message) return { event: message.event, properties: message.properties ?? {} };
  if ("previousId" in message) return message.previousId === undefined ? {} : { previousId: message.previousId };
  if ("groupId" in message)
    return { ...traits, properties: message.groupId === undefined ? {} : { groupId: message.groupId } };
  if (!("name" in message)) return traits;
  return { properties: { ...(message.name ? { name: message.name } : {}), ...message.properties } };
}

const TOLERANCE_MS = 5_000;

/** A client whose clock is off says so by `sentAt`: the event is moved by the difference. */
function correctClock(timestamp: Date | undefined, sentAt: Date | undefined, receivedAt: Date): Date | undefined {
  if (!timestamp || !sentAt) return timestamp;
  const skew = receivedAt.getTime() - sentAt.getTime();
  const corrected = new Date(timestamp.getTime() + skew);
  return Math.abs(skew) < TOLERANCE_MS || corrected.getTime() < 0 ? timestamp : corrected;
}

/** Which call a message in a batch is. */
export function messageType(message: Record<string, unknown>, path: readonly PropertyKey[]): MessageType {
  const type = MESSAGE_TYPES.find((known) => known === message.type);
  if (type) return type;
  throw unprocessable(fieldError([...path, "type"], `the type is one of ${MESSAGE_TYPES.join(", ")}`));
}

export function refusal(error: z.ZodError, input: unknown, path: readonly PropertyKey[]): HttpError {
  const errors = inputErrors(error, input).map((one) => {
    const inner = one.field === null ? [] : one.field.split(".");
    return { ...fieldError([...path, ...inner], one.message) };
  });
  return new HttpError("unprocessable", summarize(errors), errors);
}

export function unprocessable(error: FieldError): HttpError {
  return new HttpError("unprocessable", summarize([error]), [error]);
}
