export { type PackedHop, unpackHops } from "./hops.ts";
export { type RecentVisit, readCommittedSince, readHopsOf, readRecentVisits } from "./read.ts";
export { insertHistory } from "./write.ts";
