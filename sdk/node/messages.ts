type Values = Readonly<Record<string, unknown>>;

/** Whom a message is about: a person that the application knows, a visitor, or both. */
export type Who =
  | { readonly userId: string; readonly anonymousId?: string }
  | { readonly userId?: undefined; readonly anonymousId: string };

type Common = {
  /** When it happened; now by default. */
  readonly timestamp?: Date | string;
  /** Messages with the same id are stored once; made by default. */
  readonly messageId?: string;
  readonly context?: Values;
};

export type TrackMessage = Who & Common & { readonly event: string; readonly properties?: Values };
export type IdentifyMessage = Who & Common & { readonly traits?: Values };
export type AliasMessage = Who & Common & { readonly previousId: string };
export type PageMessage = Who &
  Common & { readonly name?: string; readonly category?: string; readonly properties?: Values };
export type GroupMessage = Who & Common & { readonly groupId?: string; readonly traits?: Values };

/** A message of `batch`, with its names as they are. */
export type Message =
  | ({ readonly type: "track" } & TrackMessage)
  | ({ readonly type: "identify" } & IdentifyMessage)
  | ({ readonly type: "alias" } & AliasMessage)
  | ({ readonly type: "page" | "screen" } & PageMessage)
  | ({ readonly type: "group" } & GroupMessage);

/** A message that waits to be sent, as it was when it was handed over. */
export type QueuedMessage = { readonly text: string; readonly bytes: number };

/** The server takes bodies of 1 MB; the rest is for the envelope. */
export const MOST_BYTES = 900_000;
const LONGEST_NAME = 255;
const TYPES: readonly string[] = ["track", "identify", "alias", "page", "screen", "group"];

/** The name under which `track` sends an event: `app.<name>`, with the prefix once. */
export const applicationEvent = (event: string): string => (event.startsWith("app.") ? event : `app.${event}`);

/** Checks a message and takes it down as JSON. Throws a TypeError that names the field. */
export function prepareMessage(message: Message, now: number): QueuedMessage {
  const { timestamp, messageId } = message;
  if (!TYPES.includes(message.type)) throw wrong("type", `is one of ${TYPES.join(", ")}`);
  if (!isId(message.userId) && !isId(message.anonymousId)) throw wrong("userId", "or anonymousId is needed");
  for (const name of ["userId", "anonymousId", "previousId"] as const) requireId(name, Reflect.get(message, name));
  if (message.type === "track") requireEvent(message.event);
  if (message.type === "alias" && message.previousId === undefined) throw wrong("previousId", "is needed");
  const whole = {
    ...message,
    messageId: messageId ?? crypto.randomUUID(),
    timestamp: timestamp === undefined ? new Date(now).toISOString() : written(timestamp),
  };
  const text = asJson(whole);
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_BYTES) throw new TypeError(`The message has ${bytes} bytes; ${MOST_BYTES} are allowed.`);
  return { text, bytes };
}

/** The message again, for a report. */
export const readMessage = ({ text }: QueuedMessage): Readonly<Record<string, unknown>> => JSON.parse(text);

const wrong = (field: string, fault: string): TypeError => new TypeError(`\`${field}\` ${fault}.`);

/** A number is accepted where an application has no types, as the server accepts it. */
const isId = (value: unknown): boolean =>
  (typeof value === "string" && value.trim() !== "") || (typeof value === "number" && Number.isSafeInteger(value));

function requireId(name: string, value: unknown): void {
  if (value === undefined || value === null) return;
  if (!isId(value) || String(value).length > LONGEST_NAME) throw wrong(name, "is a text of 1 to 255 characters");
}

function requireEvent(event: unknown): void {
  if (typeof event !== "string" || event.trim() === "") throw wrong("event", "is the name of the event");
  if (event.length > LONGEST_NAME) throw wrong("event", `has ${event.length} characters; 255 are allowed`);
}

function written(timestamp: Date | string): string {
  const isDate = timestamp instanceof Date;
  if (isDate ? Number.isNaN(timestamp.getTime()) : typeof timestamp !== "string")
    throw wrong("timestamp", "is a valid Date or an ISO 8601 text");
  return isDate ? timestamp.toISOString() : timestamp;
}

function asJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    throw new TypeError(`The message cannot be written as JSON: ${(error as Error).message}`, { cause: error });
  }
}
