export { changeMembers } from "./change-members.ts";
export { createSegment } from "./create-segment.ts";
export { deleteSegment } from "./delete-segment.ts";
export { findSegment } from "./find-segment.ts";
export { getSegment } from "./get-segment.ts";
export { listMembers } from "./list-members.ts";
export { listSegments } from "./list-segments.ts";
export { MembersInput, MembersQuery, NewSegment, Segment, SegmentPatch, SegmentQuery } from "./schema.ts";
export { updateSegment } from "./update-segment.ts";
