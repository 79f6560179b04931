export {
  type ApiKeyRow,
  findApiKey,
  findKeyByHash,
  isPublishableKeyUsed,
  readExpiringKeys,
  readKeyMaker,
  readKeyNames,
  readKeys,
  readPublicValues,
} from "./read.ts";
export { deleteKeys, insertKey, noteKeyUse, revokeKeyRow } from "./write.ts";
