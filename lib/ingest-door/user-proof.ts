import type { Database } from "#db";
import { type Caller, HttpError } from "#http";
import { log } from "#log";
import { noteFindings } from "#runtime";
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

/** The call of a page: its address, and what it said of its visitor. */
export type ProvedCall = { readonly caller: Caller; readonly door: string; readonly someone: Named };

/** Refuses somebody whom the page or app may not speak for; where the site only warns, it is noted for its owner. */
export async function requireProof(database: Database, { caller, door, someone }: ProvedCall): Promise<void> {
  const { userProof, workspaceId } = caller;
  const fault = findUnproved(userProof, someone);
  if (fault === null) return;
  if (userProof?.isRequired) throw new HttpError("forbidden", `userHash: ${fault}`, [fieldError(["userHash"], fault)]);
  const input = { userId: someone.userId };
  try {
    const finding = {
      workspaceId,
      reason: "unproved_stored",
      path: ["userHash"],
      message: fault,
      door,
      input,
    } as const;
    await noteFindings(database, [finding]);
  } catch (error) {
    // What the page asked for is answered all the same.
    log.error("a call without a proof could not be counted", { error });
  }
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
