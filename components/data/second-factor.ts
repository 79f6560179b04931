"use client";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import type { SecondFactor } from "./types/index.ts";

const BASE = "/api/auth/second-factor";
type Codes = { backupCodes: string[] | null };
type Options = { challenge: string };

/** Whether the account has a second factor, and whether it is missing in this session. */
export async function getSecondFactor(): Promise<SecondFactor> {
  return (await api.get<One<SecondFactor>>(BASE)).data;
}

/** A password as the routes take it: accounts without one send none. */
const confirmation = (password: string) => (password ? { password } : {});

export async function startTotp(password: string): Promise<{ secret: string; address: string }> {
  return (await api.post<One<{ secret: string; address: string }>>(`${BASE}/totp`, confirmation(password))).data;
}

export async function confirmTotp(code: string): Promise<Codes> {
  return (await api.post<One<Codes>>(`${BASE}/totp/confirm`, { code })).data;
}

export function removeTotp(password: string): Promise<unknown> {
  return api.post(`${BASE}/totp/remove`, confirmation(password));
}

export async function renewBackupCodes(password: string): Promise<Codes> {
  return (await api.post<One<Codes>>(`${BASE}/backup-codes`, confirmation(password))).data;
}

/** Gives the second factor by a code of the app or a backup code. */
export function giveCode(code: string): Promise<unknown> {
  return api.post(BASE, { code });
}

/** Asks the browser to use a passkey, and gives it as the second factor. */
export async function givePasskey(): Promise<void> {
  const { data } = await api.post<One<Options>>(`${BASE}/passkey/options`);
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(data as never);
  const credential = await navigator.credentials.get({ publicKey });
  await api.post(`${BASE}/passkey`, { credential: jsonOf(credential) });
}

/** Asks the browser to make a passkey, and adds it. */
export async function addPasskey(name: string, password: string): Promise<Codes> {
  const { data } = await api.post<One<Options>>("/api/auth/passkeys/options", confirmation(password));
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(data as never);
  const credential = await navigator.credentials.create({ publicKey });
  return (await api.post<One<Codes>>("/api/auth/passkeys", { name, credential: jsonOf(credential) })).data;
}

export function removePasskey(id: string, password: string): Promise<unknown> {
  return api.post(`/api/auth/passkeys/${id}/remove`, confirmation(password));
}

/** Whether this browser has passkeys, and the JSON form of their requests. */
export const hasPasskeys = (): boolean =>
  typeof PublicKeyCredential !== "undefined" && "parseCreationOptionsFromJSON" in PublicKeyCredential;

function jsonOf(credential: Credential | null): unknown {
  if (!(credential instanceof PublicKeyCredential)) throw new Error("The browser gave no passkey.");
  return credential.toJSON();
}

/** What to say of a passkey that was not made or used: browsers do not tell why, so that pages learn nothing. */
export const isPasskeyRefusal = (error: unknown): boolean =>
  error instanceof DOMException && ["NotAllowedError", "AbortError", "InvalidStateError"].includes(error.name);
