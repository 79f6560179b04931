export { findOrderOwner, storeOrder } from "./write.ts";
