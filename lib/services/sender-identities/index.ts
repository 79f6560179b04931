/** The addresses that a workspace may send from, and the three ways to verify one. */
export { chooseDefault } from "./choose-default.ts";
export { createIdentity } from "./create-identity.ts";
export { declareIdentity } from "./declare-identity.ts";
export { addressOf } from "./default-address.ts";
export { deleteIdentity } from "./delete-identity.ts";
export { getIdentity } from "./get-identity.ts";
export { listIdentities } from "./list-identities.ts";
export { openLink } from "./open-link.ts";
export { requestLink } from "./request-link.ts";
export { NewSenderIdentity, SenderIdentity, SenderIdentityPatch, SenderIdentityQuery } from "./schema.ts";
export { updateIdentity } from "./update-identity.ts";
export { type TxtResolver, verifyByDns } from "./verify-by-dns.ts";
