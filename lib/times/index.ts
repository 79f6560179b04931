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
