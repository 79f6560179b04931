import type { EpochMs } from "../signal.ts";
import { zoned } from "./clock.ts";
import { isComputable } from "./zone.ts";

export type LocalDay = { readonly day: string; readonly startsAt: EpochMs };

/**
 * The last `count` days up to now by the clock of a zone, the oldest first. Bounds of days are computed here and handed to
 * SQL: the database carries another release of the zones, and reads some names in its own way.
 */
export function lastDays(now: EpochMs, count: number, zone: string): LocalDay[] {
  const known = isComputable(zone) ? zone : "UTC";
  const today = zoned(now, known).toPlainDate();
  return Array.from({ length: count }, (_, index) => {
    const date = today.subtract({ days: count - 1 - index });
    return { day: date.toString(), startsAt: date.toZonedDateTime(known).epochMilliseconds };
  });
}

/** When the day begins, by the clock of a zone, that is `days` days after the one of a moment. */
export function startOfDayAfter(at: EpochMs, days: number, zone: string): EpochMs {
  return zoned(at, zone).toPlainDate().add({ days }).toZonedDateTime(zone).epochMilliseconds;
}
