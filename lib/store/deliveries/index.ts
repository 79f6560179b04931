export { countFailingDeliveries, countQueuedDeliveries } from "./read.ts";
export { readOpenDeliveries } from "./read-open.ts";
export { deleteOldDeliveries } from "./retention.ts";
export {
  cancelDeliveries,
  cancelStaleDeliveries,
  insertDeliveries,
  type NewDelivery,
  releaseDeliveries,
  releasePortion,
} from "./write.ts";
