export { addDuration } from "./clock.ts";
export { nextScheduled } from "./cron.ts";
export { momentOf, traitMoment } from "./dates.ts";
export { lastDays } from "./days.ts";
export { formatInstant } from "./format.ts";
export { readEventTime } from "./read-event-time.ts";
export { waitOver } from "./wait.ts";
export { type WaitingPerson, waitUntil } from "./wait-until.ts";
export { personZone } from "./zone.ts";
