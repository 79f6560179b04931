export { readFirstSite, readSite, readSites, type SiteRow } from "./read.ts";
export { USER_PROOFS, type UserProof } from "./user-proof.ts";
export { insertSite, rotateProofSecret, updateSiteRow } from "./write.ts";
