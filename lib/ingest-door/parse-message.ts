import type * as z from "zod";
import { findUnstorable, inputErrors } from "#http";
import { isReservedEvent } from "#journey";
import type { IngestItem, RefusalReason } from "#runtime";
import { type FieldError, fieldError, pointerOf } from "#services";
import { isObject } from "#values";
import { mendText } from "./mend-text.ts";
import { messageTimes, type Note } from "./message-times.ts";
import { MESSAGE_TYPES, MESSAGES, type MessageType } from "./messages.ts";
import { findUnproved, proofOf, type UserProof, withoutProof } from "./user-proof.ts";

/** What the parser needs besides the message. */
export type Origin = {
  readonly workspaceId: string;
  readonly siteId: string | null;
  /** Whether reserved event names are allowed: not with publishable keys. */
  readonly trusted: boolean;
  readonly receivedAt: Date;
  /** How user ids have to be proved; null = not at all. */
  readonly userProof: UserProof;
  /**
   * The compatible routes repair and record what this API's own routes refuse, because their clients do not retry (R47,
   * R48).
   */
  readonly lenient: boolean;
};

export type Refusal = { readonly reason: RefusalReason; readonly errors: readonly FieldError[] };

/** One message: an item for the engine, or the reason for a refusal. */
export type Parsed = { readonly notes: readonly Note[] } & (
  | { readonly item: IngestItem; readonly refusal: null }
  | { readonly item: null; readonly refusal: Refusal }
);

/** Parses a message of a body with values that cannot be stored. */
export function parseSuspect(type: MessageType | null, input: unknown, origin: Origin, path: Path = []): Parsed {
  const mended = origin.lenient ? mendText(input) : { value: input, paths: [] };
  const fault = findUnstorable(mended.value);
  if (fault) return refused("unstorable", [below(path, fault)]);
  const parsed = parseMessage(type, mended.value, origin, path);
  const notes = mended.paths.map((way): Note => {
    const field = fieldError([...path, ...way], "contained characters that cannot be stored; they were replaced");
    return { reason: "text_mended", field };
  });
  return { ...parsed, notes: [...parsed.notes, ...notes] };
}

type Path = readonly PropertyKey[];

/** Parses one call; `path` is its place in the body; if the kind is `null`, the message names it. */
export function parseMessage(type: MessageType | null, input: unknown, origin: Origin, path: Path = []): Parsed {
  if (!isObject(input)) return refused("invalid", [fieldError(path, "a message is a JSON object")]);
  const kind = type ?? MESSAGE_TYPES.find((known) => known === input.type);
  if (!kind)
    return refused("invalid", [fieldError([...path, "type"], `the type is one of ${MESSAGE_TYPES.join(", ")}`)]);
  const times = messageTimes(input, origin.receivedAt, path);
  const parsed = MESSAGES[kind].safeParse(withoutEmptyLists(input));
  const faults = parsed.success ? [] : inputErrors(parsed.error, input).map((error) => below(path, error));
  if (!origin.lenient) faults.push(...times.unreadable);
  if (!parsed.success || faults.length > 0) return refused("invalid", faults);
  const unproved = findFault(kind, parsed.data, origin, path);
  const refusal = judge(kind, parsed.data, origin, path) ?? (origin.userProof?.isRequired ? unproved : null);
  if (refusal) return { item: null, refusal, notes: [] };
  const notes = [
    ...(unproved?.errors ?? []).map((field): Note => ({ reason: "unproved_stored", field })),
    ...times.unreadable.map((field): Note => ({ reason: "time_unreadable", field })),
    ...times.notes,
  ];
  return { item: toItem(kind, parsed.data, origin, times.timestamp), refusal: null, notes };
}

const MAPS = ["properties", "traits", "context"];

/** PHP writes an empty map as an empty list. */
export function withoutEmptyLists(message: Record<string, unknown>): Record<string, unknown> {
  const isEmptyList = (name: string) => Array.isArray(message[name]) && message[name].length === 0;
  if (!MAPS.some(isEmptyList)) return message;
  return Object.fromEntries(Object.entries(message).filter(([name]) => !(MAPS.includes(name) && isEmptyList(name))));
}

const refused = (reason: RefusalReason, errors: readonly FieldError[]): Parsed => ({
  item: null,
  refusal: { reason, errors },
  notes: [],
});

/** An error of a message with its path in the body. */
export function below(path: Path, error: FieldError): FieldError {
  if (path.length === 0) return error;
  const field = [...path.map(String), ...(error.field === null ? [] : [error.field])].join(".");
  return { ...error, pointer: `${pointerOf(path)}${error.pointer}`, field };
}

/** What pages report themselves, as they report page views: a click on an element that a journey starts from. */
const CLICKED = "page.clicked";

type Message = z.output<(typeof MESSAGES)[MessageType]>;

/** Checks beyond the schema: a person is needed, and some names need a secret key. */
function judge(type: MessageType, message: Message, origin: Origin, path: Path): Refusal | null {
  if (message.userId === undefined && message.anonymousId === undefined) {
    return { reason: "no_person", errors: [fieldError([...path, "userId"], "a userId or an anonymousId is needed")] };
  }
  if (type === "alias" && !("previousId" in message && message.previousId)) {
    const missing = fieldError([...path, "previousId"], "the id that the person had before is needed");
    return { reason: "no_person", errors: [missing] };
  }
  if ("event" in message && isReservedEvent(message.event) && !origin.trusted && message.event !== CLICKED) {
    const reserved = fieldError([...path, "event"], `“${message.event}” is a reserved name and needs a secret key`);
    return { reason: "reserved_name", errors: [reserved] };
  }
  return null;
}

/**
 * What is not proved of a person on a site that asks for it. An alias joins two people, and its other id cannot be proved,
 * so there it needs a secret key.
 */
function findFault(type: MessageType, message: Message, { userProof }: Origin, path: Path): Refusal | null {
  if (userProof === null) return null;
  const fault = findUnproved(userProof, { userId: message.userId, userHash: proofOf(message) });
  const errors = fault === null ? [] : [fieldError([...path, "userHash"], fault)];
  if (type === "alias") errors.push(fieldError([...path, "type"], "an alias needs a secret key on this site"));
  return errors.length === 0 ? null : { reason: "unproved", errors };
}

function toItem(type: MessageType, message: Message, origin: Origin, timestamp: Date | undefined): IngestItem {
  const { userId, anonymousId, messageId } = message;
  const context = message.context?.userHash === undefined ? message.context : withoutProof(message.context);
  return {
    workspaceId: origin.workspaceId,
    type,
    ...(origin.siteId === null ? {} : { siteId: origin.siteId }),
    ...(userId === undefined ? {} : { userId }),
    ...(anonymousId === undefined ? {} : { anonymousId }),
    ...(messageId === undefined ? {} : { messageId }),
    ...(context === undefined ? {} : { context }),
    ...(timestamp === undefined ? {} : { timestamp }),
    ...specific(type, message),
  };
}

/** The type decides, not which fields are there: a page without a name has properties too. */
function specific(type: MessageType, message: Message): Partial<IngestItem> {
  if ("event" in message) return { event: message.event, properties: message.properties ?? {} };
  if (type === "alias") return "previousId" in message && message.previousId ? { previousId: message.previousId } : {};
  if (type === "group") return grouped(message);
  if (type === "identify") return identified(message);
  const { name, category, properties }: Partial<Viewed> = message;
  return { properties: { ...(name ? { name } : {}), ...(category ? { category } : {}), ...properties } };
}

type Viewed = z.output<(typeof MESSAGES)["page"]>;
type Grouped = z.output<(typeof MESSAGES)["group"]>;

function grouped({ groupId, traits }: Partial<Grouped>): Partial<IngestItem> {
  return { ...(traits ? { traits } : {}), properties: groupId === undefined ? {} : { groupId } };
}

/** Rudder's browser client puts the traits of an identify into the context alone. */
function identified(message: Message): Partial<IngestItem> {
  const own = "traits" in message ? message.traits : undefined;
  const inContext = message.context?.traits;
  if (!isObject(inContext)) return own ? { traits: own } : {};
  return { traits: { ...inContext, ...own } };
}
