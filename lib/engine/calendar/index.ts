export { addDuration, firstReaching, localTime, zoned } from "./clock.ts";
export { nextScheduled } from "./cron.ts";
export { nextDateStart, type Start } from "./date-start.ts";
export { traitMoment } from "./dates.ts";
export { daysBetween, lastDays, startOfDayAfter, startOfPeriod } from "./days.ts";
export { formatInstant } from "./format.ts";
export { waitOver } from "./wait.ts";
export { type WaitingPerson, waitUntil } from "./wait-until.ts";
export { type ChosenZone, chooseZone, isComputable, personZone } from "./zone.ts";
