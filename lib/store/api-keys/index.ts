export {
  type ApiKeyRow,
  findKeyByHash,
  isPublishableKeyUsed,
  readKeyMaker,
  readKeyNames,
  readKeys,
  readPublicValues,
} from "./read.ts";
export { deleteKeys, insertKey, noteKeyUse, revokeKeyRow } from "./write.ts";
