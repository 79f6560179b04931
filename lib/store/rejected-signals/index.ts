export { deleteOldSignals, insertRejectedSignals, type RejectedSignal, type Rejection } from "./write.ts";
