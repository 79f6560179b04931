/** Signing in by an identity provider that speaks OpenID Connect. */
export { finishSignOn, type SignOnEnd } from "./finish-sign-on.ts";
export { addressAt, isSecure, signOnName } from "./provider.ts";
export { connectSignOn, startSignOn } from "./start-sign-on.ts";
