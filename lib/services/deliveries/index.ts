export { getDelivery } from "./get-delivery.ts";
export { listDeliveries } from "./list-deliveries.ts";
export { retryDelivery } from "./retry-delivery.ts";
export { Delivery, DeliveryDetail, DeliveryQuery } from "./schema.ts";
