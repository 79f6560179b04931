import { type Context, type FieldError, fieldError, invalid, ServiceError } from "#services";
import { findOffer } from "#services/offers";
import { findSend } from "#store/deliveries";
import { ownsEnrollment } from "#store/enrollments";
import { findOffered, type OfferedRow } from "#store/offer-decisions";
import type { Owner } from "#store/sql";
import type { OutcomeAbout } from "./schema.ts";

/** What an outcome is about: an offer that the person was given, a message, an enrollment, or none of them. */
export type Subject = {
  readonly offered: OfferedRow | null;
  readonly enrollmentId: string | null;
  /** The visit of the named message. */
  readonly visit: number | null;
};

/** Finds what the outcome names, else the person's latest offer; refuses names that do not fit, all at once. */
export async function findSubject(ctx: Context, owner: Owner, about: OutcomeAbout): Promise<Subject> {
  const { sql } = ctx.database;
  const errors: FieldError[] = [];
  const [offerId, send] = await Promise.all([
    about.offer === undefined ? null : offerNamed(ctx, about.offer, errors),
    about.deliveryId === undefined ? null : findSend(sql, owner, about.deliveryId),
  ]);
  if (about.deliveryId !== undefined && !send)
    errors.push(fieldError(["deliveryId"], `This person has no message ${about.deliveryId}`));
  const enrollmentId = about.enrollmentId?.toLowerCase() ?? send?.enrollmentId ?? null;
  if (about.enrollmentId !== undefined && !(await ownsEnrollment(sql, owner, enrollmentId ?? "")))
    errors.push(fieldError(["enrollmentId"], `This person has no enrollment ${about.enrollmentId}`));
  if (send && about.enrollmentId !== undefined && send.enrollmentId !== enrollmentId)
    errors.push(fieldError(["enrollmentId"], "The message belongs to another enrollment"));
  if (errors.length > 0) throw invalid("This outcome cannot be recorded.", errors);
  const shown = offerId ?? send?.offerId ?? null;
  // A message without an offer is about itself, not about an offer that the enrollment was given besides.
  const offered =
    send && shown === null ? null : ((await findOffered(sql, owner, { offerId: shown, enrollmentId })) ?? null);
  if (offerId !== null && offered === null) {
    const message = `This person was not given the offer ${JSON.stringify(about.offer)}`;
    throw invalid("This outcome cannot be recorded.", [fieldError(["offer"], message)]);
  }
  return { offered, enrollmentId: enrollmentId ?? offered?.enrollmentId ?? null, visit: send?.visit ?? null };
}

async function offerNamed(ctx: Context, reference: string, errors: FieldError[]): Promise<string | null> {
  try {
    return (await findOffer(ctx, reference)).id;
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== "not_found") throw error;
    errors.push(fieldError(["offer"], `There is no offer ${JSON.stringify(reference)}`));
    return null;
  }
}
