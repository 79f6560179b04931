import { Temporal } from "temporal-polyfill";
import { formatInstant } from "../calendar/index.ts";
import type { Instant } from "../signal.ts";

/** 0001-01-01T00:00:00Z and the last millisecond of 9999: CEL knows no moments outside. */
const EARLIEST = -62_135_596_800_000;
const LATEST = 253_402_300_799_999;

/**
 * A moment inside an expression.
 *
 * The evaluator tells the type of a value by the identity of its constructor, and some hosts replace the global `Date`
 * after the evaluator was loaded (Next's server does). A class of our own is the same class in every process.
 */
export class Timestamp {
  readonly #at: Instant;

  constructor(at: Instant) {
    if (!(at >= EARLIEST && at <= LATEST)) throw new Error("the timestamp lies outside the years 1 to 9999");
    this.#at = at;
  }

  /** Reads ISO 8601 with a time; a text without an offset means UTC, never the zone of the host. */
  static parse(text: string): Timestamp {
    const at = read(text);
    if (at === null) throw new Error("timestamp() requires a string in ISO 8601 format");
    return new Timestamp(at);
  }

  get at(): Instant {
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

const SHORTEST = 20;
const LONGEST = 64;

function read(text: string): Instant | null {
  if (text.length < SHORTEST || text.length > LONGEST) return null;
  const written = text.replace(" ", "T");
  try {
    return Temporal.Instant.from(written).epochMilliseconds;
  } catch {
    return readWithoutOffset(written);
  }
}

// A zone in brackets without an offset is no exact moment: reading it as UTC would be a guess.
function readWithoutOffset(written: string): Instant | null {
  if (written.includes("[")) return null;
  try {
    return Temporal.PlainDateTime.from(written).toZonedDateTime("UTC").epochMilliseconds;
  } catch {
    return null;
  }
}
