import type { FilterImplOptions, Liquid } from "liquidjs";
import { isTimezone } from "#journey";

/** The filter's own argument may be an offset, which a person's trait may not. */
const OFFSET = /^[+-]\d{2}:?\d{2}$/;

/**
 * The zone of `| date: format, zone` is most often a person's trait: one that is none would refuse the whole message for good.
 * The workspace's zone stands in for it, as it does for waits.
 */
export function keepDatesReadable(engine: Liquid): void {
  const written: FilterImplOptions | undefined = engine.filters.date;
  const date = typeof written === "function" ? written : written?.handler;
  if (!date) throw new Error("Liquid has no filter “date”.");
  engine.registerFilter("date", function (value, format, ...rest) {
    if (rest.length === 0) return date.call(this, value, format);
    const [zone] = rest;
    if (typeof zone === "number") return date.call(this, value, format, zone);
    const known = typeof zone === "string" && (isTimezone(zone) || OFFSET.test(zone)) ? zone : null;
    const fallback = known ?? String(this.context.getSync(["workspace", "timezone"]) ?? "");
    return isTimezone(fallback) || OFFSET.test(fallback)
      ? date.call(this, value, format, fallback)
      : date.call(this, value, format);
  });
}
