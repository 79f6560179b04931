export { listEventNames } from "./list-event-names.ts";
export { listEvents } from "./list-events.ts";
export { Event, EventName, EventQuery } from "./schema.ts";
