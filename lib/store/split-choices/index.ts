export { chosenBy, readStickyChoices } from "./read.ts";
export { insertSplitChoices } from "./write.ts";
