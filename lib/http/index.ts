export { type AccountCaller, accountRoute } from "./account-route.ts";
export {
  type AuthenticateOptions,
  addressOf,
  authenticateRequest,
  type Caller,
  requireCallerRole,
} from "./authenticate.ts";
export { ACCOUNT_BODY_BYTES, BODY_BYTES, CANVAS_BODY_BYTES, LARGEST_BODY_BYTES } from "./body-sizes.ts";
export { AGENT_LIMIT, CHECK_LIMIT, EXPORT_LIMIT, RENDER_LIMIT, TRIAL_LIMIT, VERIFY_LIMIT } from "./caller-limits.ts";
export { cookieOf, WORKSPACE_COOKIE, workspaceCookie } from "./cookies.ts";
export { eventStream, openStream, type StreamEvent } from "./event-stream.ts";
export { HttpError, type HttpErrorCode } from "./http-error.ts";
export { readIfMatch } from "./if-match.ts";
export { inputErrors, summarize } from "./input-errors.ts";
export { ROUTE_SCOPES, requireCallerScopes } from "./key-scopes.ts";
export { languagesOf } from "./languages-of.ts";
export { noteRefusedSignOn } from "./note-refused-sign-on.ts";
export { readIdempotencyKey } from "./once.ts";
export { openRoute } from "./open-route.ts";
export { openApiDocument } from "./openapi/document.ts";
export { ProblemDocument, problemResponse } from "./problem.ts";
export { type PublicPage, publicPage } from "./public-page.ts";
export { RateLimiter, rateHeaders } from "./rate-limiter.ts";
export { readBytes, readJson } from "./read-body.ts";
export { referencePage, referenceScript } from "./reference.ts";
export { type Method, type RouteInfo, registeredRoutes, registerRoute } from "./registry.ts";
export { noContent, Reply, withRevision } from "./reply.ts";
export { type RouteHandler, route } from "./route.ts";
export { requireSameOrigin } from "./same-origin.ts";
export {
  EnrollmentParams,
  ExternalIdParams,
  IdParams,
  many,
  Nothing,
  one,
  PersonParams,
  SplitParams,
  VersionParams,
} from "./shapes.ts";
export { findUnstorable } from "./unstorable.ts";
