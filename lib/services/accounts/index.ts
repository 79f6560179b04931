/** Authentication: sessions, tokens, keys, and the first owner. The database must be open and migrated. */

export { addressGroup, plainAddress } from "./address-group.ts";
export { type AccountActor, auditAccount } from "./audit-account.ts";
export { ADDRESS_HEADER, openAuth } from "./auth.ts";
export { type FoundKey, findKey, isProved } from "./find-key.ts";
export { homeWorkspace } from "./home-workspace.ts";
export { createKey, type KeyKind, type NewKey } from "./keys.ts";
export { isShortAlone } from "./password-rules.ts";
export { changePassword, checkPassword, confirmUser, type FirstPassword, setFirstPassword } from "./passwords.ts";
export { secretFor, secretsFor } from "./secret.ts";
export { readSession, type SignedIn, tellIfAway } from "./sessions.ts";
export { createFirstOwner } from "./set-up.ts";
export {
  makeToken as recoveryToken,
  openSession,
  openSignInLink,
  signInLink,
  startSession,
  welcomeAddress,
} from "./sign-in-link.ts";
export { throttled } from "./throttle.ts";
export { issueToken, type TokenOwner, type TokenUser, verifyToken } from "./tokens.ts";
