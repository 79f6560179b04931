export { claimDueLinks, type DueLink, type LinkResult, noteLinkResult } from "./mails.ts";
export {
  findIdentities,
  type IdentityRow,
  listIdentityRows,
  lockIdentities,
  lockIdentityById,
  readIdentityNames,
  readVerifications,
  readVerifiedSenders,
  type VerifiedSender,
} from "./read.ts";
export { deleteIdentityRow, insertIdentity, queueLink, renameIdentity, verifyIdentityRow } from "./write.ts";
