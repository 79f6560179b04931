export { countEvents, listShownEvents, type ShownEvent } from "./list.ts";
export { listNamedEvents } from "./list-named.ts";
export { logEvent, type ReportedEvent } from "./log-event.ts";
export { type FirstEvent, readFirsts, whoDid } from "./observe.ts";
export { longestWindow, readGoalEvents, readLogStart, readPastEvents } from "./read.ts";
export { readLatestEvents, readSeenProperties, readSeenValues } from "./seen-properties.ts";
export { readTimesOfSlice } from "./times-of-slice.ts";
export { copyEvents, insertEmittedEvents, insertEvents, type NewEvent, readIngestMoment } from "./write.ts";
