export { findItem, isSlugTaken, listItemRows, lockItem } from "./items.ts";
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
export { readMentions, readSharedItems } from "./shared.ts";
export { archiveItem, insertItem, lockItemById, updateItemRow } from "./write.ts";
