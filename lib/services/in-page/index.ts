/** Content in pages: what a visitor is to see, what their page reports of it, and what pages look for. */
export { noteContent, noteOne } from "./note-content.ts";
export { makeReady, readContentFor, type Visitor } from "./read-content.ts";
export { InPageNoted, InPageQuery, InPageReport, named, someone } from "./schema.ts";
export { siteRulesOf } from "./site-rules-cache.ts";
export { watchContent } from "./watch-content.ts";
