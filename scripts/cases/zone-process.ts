// `TZ=… node zone-process.ts`: runs the cases, and compares some zones, on a host in another zone.
import { caseCount, failures } from "./failures.ts";
import { compareZones } from "./zones.ts";

/** The test's own process checks every zone; here a few show whether the host's zone has an influence. */
const SOME = 12;
const own = process.env.TZ ?? "UTC";
const zones = Intl.supportedValuesOf("timeZone").filter((_, index) => index % SOME === 0);
const { asked, differences } = compareZones([own, "Europe/Berlin", ...zones]);

process.send?.({ host: new Date(0).getTimezoneOffset(), caseCount, failures: failures(), asked, differences }, () =>
  process.exit(0),
);
