export { readFirstSite, readSite, readSites, type SiteRow } from "./read.ts";
export { insertSite, updateSiteRow } from "./write.ts";
