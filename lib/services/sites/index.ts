export { createSite } from "./create-site.ts";
export { findSite } from "./find-site.ts";
export { getSite } from "./get-site.ts";
export { listSites } from "./list-sites.ts";
export { endFormerProofSecret, rotateProofSecret } from "./rotate-proof-secret.ts";
export { NewProofSecret, NewSite, Site, SitePatch, SiteQuery, UserProofInput } from "./schema.ts";
export { setUserProof } from "./set-user-proof.ts";
export { updateSite } from "./update-site.ts";
