/** Rules that are being written: how many people meet them now. */
export { previewRules } from "./preview-rules.ts";
export { RulesPreview, RulesPreviewInput } from "./schema.ts";
