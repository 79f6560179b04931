export { readStickyChoices, type StickyChoiceRow } from "./read.ts";
export { insertSplitChoices } from "./write.ts";
