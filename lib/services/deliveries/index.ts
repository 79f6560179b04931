export { getDelivery } from "./get-delivery.ts";
export { listDeliveries } from "./list-deliveries.ts";
export { retryDeliveries } from "./retry-deliveries.ts";
export { retryDelivery } from "./retry-delivery.ts";
export { Delivery, DeliveryDetail, DeliveryQuery, Retried, RetryInput, SettleInput } from "./schema.ts";
export { settleDelivery } from "./settle-delivery.ts";
