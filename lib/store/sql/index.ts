export type { Name } from "./by-name.ts";
export { type Connection, type Owned, type Owner, toSqlTimestamp } from "./connection.ts";
export type { Count } from "./count-about.ts";
export { isCopied } from "./insert-rows.ts";
export { isNumberTaken, lockText, type NumberedTable, nextNumber } from "./names.ts";
export { forceCustomPlans, forceIndexScans, inOrder } from "./plan-settings.ts";
export { type Statement, sendInOrder } from "./send-in-order.ts";
