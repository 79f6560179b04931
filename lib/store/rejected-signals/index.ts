export { readRejected } from "./read.ts";
export {
  type ChosenSignals,
  chooseRejected,
  countKept,
  lockOvertaken,
  putBack,
  type ShortenedSignal,
} from "./replay.ts";
export {
  deleteOldSignals,
  deleteRejected,
  insertRejectedSignals,
  type RejectedSignal,
  type Rejection,
} from "./write.ts";
