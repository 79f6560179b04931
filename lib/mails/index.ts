export { BLOCK_TYPES, Block, Blocks, type BlockType, type InnerBlock } from "./block.ts";
export {
  EDITORS,
  type Editor,
  editorOf,
  LanguageTag,
  MailDesign,
  type MailStyle,
  type Translation,
  Utm,
} from "./design.ts";
export {
  changeBlock,
  findBlock,
  insertBlock,
  moveBlock,
  newBlock,
  nudgeBlock,
  type Place,
  placeOf,
  removeBlock,
} from "./edit-blocks.ts";
export {
  chooseLanguage,
  languageChain,
  languageTag,
  missingLanguages,
  personLanguage,
  workspaceLanguages,
} from "./languages.ts";
export type { CompiledMail, Letter } from "./letter.ts";
