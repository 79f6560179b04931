export { type ContentDraftRow, lockContentDraft, readContentDraft, readDraftTime } from "./read.ts";
export { deleteContentDraft, putContentDraft } from "./write.ts";
