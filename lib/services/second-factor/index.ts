/** What is asked after a sign-in: codes of an authenticator app, passkeys, backup codes. */
export { confirmTotp, removeTotp, startTotp } from "./authenticator-app.ts";
export { renewBackupCodes } from "./backup-codes.ts";
export { getSecondFactor, needsCode } from "./get-second-factor.ts";
export { addPasskey, listPasskeys, offerPasskey, removePasskey } from "./passkeys.ts";
export { resetAccount } from "./reset-account.ts";
export {
  BackupCodes,
  Code,
  Confirmation,
  NewPasskey,
  Passkey,
  PasskeyAnswer,
  SecondFactor,
  TotpStart,
  WebAuthnOptions,
} from "./schema.ts";
export { giveSecondFactor, isRightCode } from "./verify-code.ts";
export { askForPasskey, givePasskey } from "./verify-passkey.ts";
