import { cookieOf } from "#http";

const NAME = "sojourn_sign_on";
const PATH = "/api/auth/sso";

/** Binds a sign-in to the browser that began it, so that nobody is signed in by a link of somebody else. */
export function stateCookie(state: string, isSecure: boolean): string {
  return `${NAME}=${encodeURIComponent(state)}; Path=${PATH}; Max-Age=600; SameSite=Lax; HttpOnly${isSecure ? "; Secure" : ""}`;
}

export const stateOf = (headers: Headers): string | null => cookieOf(headers, NAME);

export const clearedCookie = `${NAME}=; Path=${PATH}; Max-Age=0; SameSite=Lax; HttpOnly`;
