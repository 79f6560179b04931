/** What this installation signs, and with which of its secrets. */

export { type ConsentLink, consentToken, readConsentToken } from "./consent-link.ts";
export { seal, unseal } from "./seal.ts";
export { readWith, type SecretPurpose, secretFor, secretsFor } from "./secret.ts";
export { domainProof, identityOfToken, isSigned, type LinkFacts, linkToken } from "./sender-link.ts";
export { readSignedId, signedId } from "./signed-id.ts";
export { readSurveyToken, type SurveyLink, surveyToken } from "./survey-link.ts";
export { newTotpSecret, totpAddress, totpCode, totpStep } from "./totp.ts";
export { provesUser, userHash } from "./user-hash.ts";
