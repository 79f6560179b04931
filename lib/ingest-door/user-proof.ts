import { type Caller, HttpError } from "#http";
import { fieldError } from "#services";
import { isProved } from "#services/accounts";
import { isObject } from "#values";

export type UserProof = Caller["userProof"];

type Named = { readonly userId?: string | undefined; readonly userHash?: unknown };

/**
 * What is wrong with the proof of a user id, for the field `userHash`; `null` = nothing. Without a user id nothing has to
 * be proved: the anonymous id of a browser is known to it alone.
 */
export function findUnproved(check: UserProof, { userId, userHash }: Named): string | null {
  if (check === null || userId === undefined) return null;
  if (typeof userHash !== "string" || userHash === "") return "a user id needs its userHash on this site";
  if (isProved(check, userId, userHash)) return null;
  return "is not the userHash of this user id, or is over";
}

/** Refuses somebody whom the page or app may not speak for. */
export function requireProof({ userProof }: Caller, someone: Named): void {
  const fault = userProof?.isRequired ? findUnproved(userProof, someone) : null;
  if (fault !== null) throw new HttpError("forbidden", `userHash: ${fault}`, [fieldError(["userHash"], fault)]);
}

/** The proof of a message: beside the ids, or in the context, where the compatible clients can put it. */
export function proofOf({ userHash, context }: { readonly userHash?: unknown; readonly context?: unknown }): unknown {
  return userHash ?? (isObject(context) ? context.userHash : undefined);
}

/** A message or a context as it may be stored: a proof is as good as a password, and is kept nowhere. */
export function withoutProof<Given>(given: Given): Given {
  if (!isObject(given)) return given;
  const { userHash, ...rest } = given;
  const { context } = rest;
  return (isObject(context) && "userHash" in context ? { ...rest, context: withoutProof(context) } : rest) as Given;
}
