export { putAccount } from "./put-account.ts";
export { putOrder } from "./put-order.ts";
export { AccountInput, LoyaltyAccount, Order, OrderInput, OrderParams } from "./schema.ts";
