export { createContent, insertContent } from "./create-content.ts";
export { deleteContent } from "./delete-content.ts";
export { findContent } from "./find-content.ts";
export { getContent } from "./get-content.ts";
export { listContent } from "./list-content.ts";
export { previewContent } from "./preview-content.ts";
export { Content, ContentPatch, ContentQuery, NewContent, Preview, PreviewInput } from "./schema.ts";
export { changeContent, updateContent } from "./update-content.ts";
