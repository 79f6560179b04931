export { type DeliveryCounts, type MessageTotals, readDeliveryCounts, sumDeliveryCounts } from "./read.ts";
export { addDeliveryCounts } from "./write.ts";
