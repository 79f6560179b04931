import { Temporal } from "temporal-polyfill";
import { momentOf } from "#times";
import { formatInstant } from "../calendar/index.ts";
import type { EpochMs } from "../signal.ts";

/** 0001-01-01T00:00:00Z and the last millisecond of 9999: the range of CEL timestamps. */
const EARLIEST = -62_135_596_800_000;
const LATEST = 253_402_300_799_999;
/** No written date is longer; the limit keeps parsing time independent of the length of a trait. */
const LONGEST = 100;

/**
 * A point in time inside an expression. The evaluator finds the type of a value by the identity of its constructor, and
 * some hosts replace the global `Date` after the evaluator was loaded (Next's server does). Our own class is the same
 * in every process.
 */
export class Timestamp {
  readonly #at: EpochMs;

  constructor(at: EpochMs) {
    if (!(at >= EARLIEST && at <= LATEST)) throw new Error("the timestamp lies outside the years 1 to 9999");
    this.#at = at;
  }

  /** Reads a text or number as traits and events are read (R48); a text without an offset means UTC. */
  static parse(written: string | number): Timestamp {
    const at = typeof written === "string" && written.length > LONGEST ? null : momentOf(written, "UTC");
    if (at === null) throw new Error("timestamp() takes an ISO 8601 date or seconds since 1970");
    return new Timestamp(at);
  }

  get at(): EpochMs {
    return this.#at;
  }

  /** The wall clock of `zone`. */
  in(zone: string): Temporal.ZonedDateTime {
    try {
      return Temporal.Instant.fromEpochMilliseconds(this.#at).toZonedDateTimeISO(zone);
    } catch {
      throw new Error(`“${zone}” is not a time zone`);
    }
  }

  toISOString(): string {
    return formatInstant(this.#at);
  }
}
