import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import { getDatabase } from "#db";
import { type AccountActor, confirmUser, type SignedIn } from "#services/accounts";
import { putVerification } from "#store/verifications";
import { type PendingSignOn, pendingName } from "./pending.ts";
import { callbackAddress, discover, requireProvider } from "./provider.ts";

const LIFETIME_S = 10 * 60;

/** Where to send the browser, and the state that it has to bring back in a cookie. */
export type SignOnStart = { readonly address: string; readonly state: string };

/** The provider does not answer, or says something else than it should. */
export type SignOnFailure = { readonly error: unknown };

/** Starts a sign-in at the provider; `next` is the path to go on to. */
export const startSignOn = (next: string): Promise<SignOnStart | SignOnFailure> => start({ next, connects: null });

/** Starts connecting the caller's account with the provider. */
export async function connectSignOn(
  caller: SignedIn & AccountActor,
  password: string | undefined,
  next: string,
): Promise<SignOnStart | SignOnFailure> {
  await confirmUser(caller, password);
  return start({ next, connects: caller.userId });
}

async function start(given: Pick<PendingSignOn, "next" | "connects">): Promise<SignOnStart | SignOnFailure> {
  const configuration = await discover(requireProvider()).catch((error: unknown) => ({ error }));
  if ("error" in configuration) return { error: configuration.error };
  const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
  const pending: PendingSignOn = { ...given, nonce, verifier };
  await putVerification(getDatabase().orm, pendingName(state), JSON.stringify(pending), LIFETIME_S);
  const address = buildAuthorizationUrl(configuration, {
    redirect_uri: callbackAddress(),
    scope: "openid email",
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  });
  return { address: address.href, state };
}
