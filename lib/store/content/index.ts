export { type ContentRow, findContent } from "./read.ts";
