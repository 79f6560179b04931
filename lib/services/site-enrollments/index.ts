/** Enrollments that people's own pages and apps ask for, and what they report of content. */
export { enrollFromSite } from "./enroll-from-site.ts";
export { findSiteJourney } from "./find-site-journey.ts";
export { reportProgress } from "./report-progress.ts";
export { requireSiteEnrollment } from "./require-site-enrollment.ts";
export { SiteEnrollInput, SiteEnrollment, SiteProgress, SiteProgressInput } from "./schema.ts";
