export { listEventNames } from "./list-event-names.ts";
export { listEvents } from "./list-events.ts";
export { listRefusedMessages } from "./list-refused-messages.ts";
export { RefusedMessages, RefusedQuery } from "./refused-schema.ts";
export { Event, EventName, EventQuery } from "./schema.ts";
