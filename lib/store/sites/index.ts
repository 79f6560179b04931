export { findSiteOfOrigin, readFirstSite, readSite, readSites, type SiteRow } from "./read.ts";
export { USER_PROOFS } from "./user-proof.ts";
export { insertSite, rotateProofSecret, updateSiteRow } from "./write.ts";
