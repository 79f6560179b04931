export {
  findSegmentNames,
  readFormerHolders,
  readNamedSegment,
  readSegmentName,
  readSegmentNames,
  readSegmentReferences,
  readSegmentRows,
  readSegments,
  type SegmentRow,
} from "./read.ts";
export { markBuilt, readSegmentRules } from "./rules.ts";
export { deleteSegmentRow, insertSegment, setFormerKeys, updateSegmentRow } from "./write.ts";
