export { contentUses } from "./content-uses.ts";
export { getContentVersion, listContentVersions, restoreContentVersion } from "./content-versions.ts";
export { createContent, insertContent } from "./create-content.ts";
export { deleteContent } from "./delete-content.ts";
export { duplicateContent } from "./duplicate-content.ts";
export { findContent } from "./find-content.ts";
export { getDraft } from "./find-draft.ts";
export { getContent } from "./get-content.ts";
export { SHARED_TYPES } from "./item-types.ts";
export { listContent } from "./list-content.ts";
export { type WithOutside, withOutside } from "./outside.ts";
export { previewContent } from "./preview-content.ts";
export { previewDocument } from "./preview-document.ts";
export { publishContent } from "./publish-content.ts";
export { discardDraft, saveDraft } from "./save-draft.ts";
export {
  Content,
  ContentDraft,
  ContentFinding,
  ContentPatch,
  ContentQuery,
  ContentUse,
  ContentVersion,
  ContentVersionDetail,
  DocumentPreview,
  DocumentPreviewInput,
  DraftInput,
  DuplicateInput,
  NewContent,
  Preview,
  PreviewInput,
  PublishContentInput,
  RevisionParams,
  TemplateWords,
} from "./schema.ts";
export { templateWords } from "./template-words.ts";
export { listTestSends, TestSend, TestSendInput, testSend } from "./test-send.ts";
export { changeContent, updateContent } from "./update-content.ts";
