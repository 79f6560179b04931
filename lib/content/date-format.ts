import { Temporal } from "temporal-polyfill";

/** Directives of Ruby's Liquid that the library lacks, written with those that it has. */
const SHORT: Readonly<Record<string, string>> = {
  "%F": "%Y-%m-%d",
  "%T": "%H:%M:%S",
  "%R": "%H:%M",
  "%D": "%m/%d/%y",
  "%r": "%I:%M:%S %p",
  "%v": "%e-%^b-%Y",
};

/** A format with every directive of Ruby's, for a date in ISO 8601 (or `now`) in a zone; none = UTC. */
export function readableFormat(format: string, date: string, zone: string | number | undefined): string {
  return format.replaceAll(/%[%FTRDrvGVg]/g, (directive) => SHORT[directive] ?? ofIsoWeek(directive, date, zone));
}

/** The ISO 8601 week, which around New Year may belong to another year than the day. */
function ofIsoWeek(directive: string, date: string, zone: string | number | undefined): string {
  if (directive === "%%") return directive;
  const now = date === "now" || date === "today";
  const at = now ? Temporal.Now.instant() : Temporal.Instant.from(date);
  const { weekOfYear = 0, yearOfWeek = 0 } = at.toZonedDateTimeISO(named(zone));
  if (directive === "%V") return String(weekOfYear).padStart(2, "0");
  return directive === "%G" ? String(yearOfWeek) : String(yearOfWeek % 100).padStart(2, "0");
}

/** Liquid's number of a zone is in minutes, positive west of Greenwich. */
function named(zone: string | number | undefined): string {
  if (typeof zone !== "number") return zone ?? "UTC";
  const minutes = Math.abs(zone);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${zone > 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
