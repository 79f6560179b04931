export { answerDowntime } from "./answer-downtime.ts";
export { getDowntime } from "./get-downtime.ts";
export { Downtime, DowntimeAnswer } from "./schema.ts";
