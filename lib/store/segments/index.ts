export {
  findSegmentNames,
  readFormerHolders,
  readNamedSegment,
  readSegmentName,
  readSegmentNames,
  readSegmentReferences,
  readSegments,
  type SegmentRow,
} from "./read.ts";
export { markBuilt, readSegmentRules } from "./rules.ts";
export { deleteSegmentRow, insertSegment, setFormerKeys, updateSegmentRow } from "./write.ts";
