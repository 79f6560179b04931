export { createSite } from "./create-site.ts";
export { findSite } from "./find-site.ts";
export { getSite } from "./get-site.ts";
export { listSites } from "./list-sites.ts";
export { NewSite, Site, SitePatch, SiteQuery } from "./schema.ts";
export { updateSite } from "./update-site.ts";
