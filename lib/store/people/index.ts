export { eraseRows } from "./erase.ts";
export { eraseTraces } from "./erase-traces.ts";
export { followMerges } from "./follow-merges.ts";
export { moveRows } from "./move-rows.ts";
export { type AudienceMember, everyoneOf, listedOf, membersOf, readAudienceMembers, type Source } from "./newcomers.ts";
export {
  type PersonRow,
  readBuildSlice,
  readPeople,
  readPeopleWithTraits,
  readTraitSizes,
  readTraits,
} from "./read.ts";
export { samplePeople } from "./sample.ts";
export { insertPeople, keepBucket, keepLastEntry, leaveTombstone, type NewPerson, updatePeople } from "./write.ts";
