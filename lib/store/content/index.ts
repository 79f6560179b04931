export { type ContentRow, findContent, type RenderedContent, readContent, readContentRevisions } from "./read.ts";
