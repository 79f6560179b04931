export {
  type EpochMs,
  FIRST_MOMENT,
  isDay,
  isMoment,
  LAST_MOMENT,
  momentOf,
  readMoment,
  toPlainDateTime,
  type WrittenMoment,
} from "./read-moment.ts";
export { DAY_MS, DAY_SECONDS, HOUR_MS, MINUTE_MS, SECOND_MS } from "./units.ts";
