import type { One } from "./answers.ts";
import { api } from "./client.ts";

/** Signs in with email and password; the answer sets the session cookie. */
export function signIn(email: string, password: string): Promise<unknown> {
  return api.post("/api/auth/sign-in/email", { email, password });
}

export function signOut(): Promise<unknown> {
  return api.post("/api/auth/sign-out");
}

export function changePassword(currentPassword: string, newPassword: string): Promise<unknown> {
  return api.post("/api/auth/change-password", { currentPassword, newPassword });
}

/** Exchanges the token of a one-time link for a session. */
export function openSignInLink(token: string): Promise<unknown> {
  return api.post("/api/auth/welcome", { token });
}

/** Whether this browser has a session. */
export async function isSignedIn(): Promise<boolean> {
  return api.get("/api/me").then(
    () => true,
    () => false,
  );
}

export type FirstPassword = { password: string; email?: string; name?: string };

/** For a user who signed in with a one-time link; `changePassword` is for later changes. */
export function setFirstPassword(input: FirstPassword): Promise<unknown> {
  return api.post("/api/auth/password", input);
}

/** The address at the identity provider where the own account is connected with it. */
export async function connectSignOn(password: string): Promise<string> {
  const body = password ? { password } : {};
  return (await api.post<One<{ address: string }>>("/api/auth/sso/connect", body)).data.address;
}
