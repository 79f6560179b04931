export { getRetention } from "./get-retention.ts";
export { Retention, RetentionSettings } from "./schema.ts";
