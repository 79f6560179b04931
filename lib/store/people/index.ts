export { type AudienceSample, type SampledPerson, sampleAudience, sampleListed } from "./audience-sample.ts";
export { eraseRows } from "./erase.ts";
export { eraseTraces } from "./erase-traces.ts";
export { findMerged, followMerges, readMergedInto } from "./follow-merges.ts";
export { countPeople, listShownPeople } from "./list.ts";
export { type Matching, readMatchingPeople } from "./matching.ts";
export { moveRows } from "./move-rows.ts";
export {
  type AudienceMember,
  everyoneOf,
  listedOf,
  membersOf,
  readAudienceMembers,
  type Source,
  targetedOf,
} from "./newcomers.ts";
export { countReachable, countReachableMembers } from "./reachable.ts";
export {
  type PersonRow,
  readBuildSlice,
  readPeople,
  readPeopleWithTraits,
  readTraitSizes,
  readTraits,
} from "./read.ts";
export { type Population, samplePeople } from "./sample.ts";
export { sampleShards } from "./sample-shards.ts";
export { readSeenLabels, readSeenTraits } from "./seen-traits.ts";
export { readShownPerson, readTraitsOf, readWholePeople, type ShownPerson, type WholePerson } from "./shown.ts";
export {
  copyPeople,
  insertPeople,
  insertPerson,
  keepBucket,
  keepLastEntry,
  leaveTombstone,
  type NewPerson,
  updatePeople,
} from "./write.ts";
