export { type ContentRow, findContent, type RenderedContent, readContent, readContentRevisions } from "./read.ts";
export { type ContentAudience, readContentAudiences } from "./read-audience.ts";
export {
  type ContentItem,
  findContentNames,
  readContentNames,
  readItem,
  readItems,
  readPresentContent,
  readWritten,
} from "./rows.ts";
