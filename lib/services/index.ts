export { isDatabaseAway, type Transaction } from "#db";
export { audit } from "./audit-log.ts";
export { changesOf } from "./changes-of.ts";
export {
  type Actor,
  type Context,
  hasRole,
  openContext,
  ROLES,
  type Role,
  requireRole,
  SCOPES,
  type Scope,
} from "./context.ts";
export { cursorFields, cursorListing, type PageOrCursor, startOf } from "./cursors.ts";
export {
  busy,
  conflict,
  type FieldError,
  fieldError,
  forbidden,
  invalid,
  invalidField,
  notFound,
  pointerOf,
  ServiceError,
  type ServiceErrorCode,
  tooManyAttempts,
} from "./errors.ts";
export { fieldsOf } from "./fields-of.ts";
export { Findings } from "./findings.ts";
export { FormerCode } from "./former-code.ts";
export { inTurns } from "./in-turns.ts";
export { lockNames } from "./lock-names.ts";
export { HIGHEST_NUMBER, numberFor } from "./number-for.ts";
export { orBusy } from "./or-busy.ts";
export {
  countedListing,
  type Listing,
  listing,
  offsetOf,
  type Page,
  PageMeta,
  pageFields,
  wholeNumber,
} from "./paging.ts";
export { isUuid, Reference, readReference } from "./reference.ts";
export { likePattern } from "./search.ts";
export { freeKey, slugOf, takeKey } from "./slug.ts";
export { allocationsOf, inOneSnapshot, loadWorkspace, type Snapshot } from "./snapshot.ts";
export { iso, isoOrNull, Timestamp } from "./timestamp.ts";
