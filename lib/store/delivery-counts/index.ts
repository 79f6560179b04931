export { type DeliveryCounts, readDeliveryCounts } from "./read.ts";
export { addDeliveryCounts } from "./write.ts";
