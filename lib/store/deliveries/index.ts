export { countFailingDeliveries, countQueuedDeliveries } from "./read.ts";
export { deleteOldDeliveries } from "./retention.ts";
export {
  cancelDeliveries,
  cancelStaleDeliveries,
  insertDeliveries,
  type NewDelivery,
  releaseDeliveries,
  releasePortion,
} from "./write.ts";
