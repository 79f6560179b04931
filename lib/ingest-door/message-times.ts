import { type ChangeReason, MOST_AHEAD_MS } from "#runtime";
import { type FieldError, fieldError } from "#services";
import { FIRST_MOMENT, LAST_MOMENT, momentOf } from "#times";

/** A change to a message that is stored nevertheless. */
export type Note = { readonly reason: ChangeReason; readonly field: FieldError };

type Times = {
  /** `undefined` = the time of receipt. */
  readonly timestamp: Date | undefined;
  /** Times that cannot be read. */
  readonly unreadable: readonly FieldError[];
  readonly notes: readonly Note[];
};

const TOLERANCE_MS = 5_000;
const AHEAD = "lies in the future; stored as five minutes after the receipt";
const NONE: readonly Note[] = [];
const UNREADABLE = "write an ISO 8601 date and time, e.g. 2026-03-01T09:00:00Z";

/** When a message happened: `timestamp`, else Rudder's `originalTimestamp`, corrected if the client's clock is wrong. */
export function messageTimes(message: Record<string, unknown>, receivedAt: Date, path: readonly PropertyKey[]): Times {
  const unreadable: FieldError[] = [];
  const read = (name: string): number | undefined => {
    const value = message[name];
    if (value === undefined || value === null || value === "") return undefined;
    const at = momentOf(value, "UTC");
    if (at === null) unreadable.push(fieldError([...path, name], UNREADABLE));
    return at ?? undefined;
  };
  const written = read("timestamp") ?? read("originalTimestamp");
  const at = correctClock(written, read("sentAt"), receivedAt.getTime());
  const isAhead = at !== undefined && at > receivedAt.getTime() + MOST_AHEAD_MS;
  return {
    timestamp: at === undefined ? undefined : new Date(at),
    unreadable,
    notes: isAhead ? [{ reason: "time_ahead", field: fieldError([...path, "timestamp"], AHEAD) }] : NONE,
  };
}

/** `sentAt` shows how wrong the client's clock is: the event's time is corrected by the difference. */
function correctClock(at: number | undefined, sentAt: number | undefined, receivedAt: number): number | undefined {
  if (at === undefined || sentAt === undefined) return at;
  const skew = receivedAt - sentAt;
  return Math.abs(skew) < TOLERANCE_MS || at + skew < FIRST_MOMENT ? at : Math.min(at + skew, LAST_MOMENT);
}
