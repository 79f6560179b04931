export {
  type ChosenSignals,
  chooseRejected,
  countKept,
  lockOvertaken,
  putBack,
  type ShortenedSignal,
} from "./replay.ts";
export { deleteOldSignals, insertRejectedSignals, type RejectedSignal, type Rejection } from "./write.ts";
