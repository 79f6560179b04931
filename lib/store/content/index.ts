export { type ContentFact, type ContentRow, findContent, readContent, readContentRevisions } from "./read.ts";
