import { type Caller, HttpError, summarize } from "#http";
import type { FieldError } from "#services";
import { beginningOf, isObject } from "#values";
import type { Refusal } from "./parse-message.ts";
import type { DoorRoute } from "./routes.ts";

/** The outcome of one message. */
export type Outcome =
  | { readonly status: "accepted" | "duplicate"; readonly personId: string | null }
  | { readonly status: "refused"; readonly refusal: Refusal };

/** The messages of a request as received, and the outcome of each. */
export type Taken = { readonly inputs: readonly unknown[]; readonly outcomes: readonly Outcome[] };

/** The answer after the commit. Publishable keys do not get person ids. */
export function answerBody(route: DoorRoute, caller: Caller, taken: Taken): unknown {
  if (route.dialect === "segment") return segmentAnswer(taken);
  const results = taken.outcomes.map((outcome) => {
    if (outcome.status === "refused") return { status: outcome.status, errors: outcome.refusal.errors };
    const { status, personId } = outcome;
    return caller.via === "publishable" ? { status } : { status, personId };
  });
  if (route.messageType !== null) return { data: results[0] };
  const count = (status: Outcome["status"]) => results.filter((result) => result.status === status).length;
  const counts = { accepted: count("accepted"), duplicates: count("duplicate"), refused: count("refused") };
  return { data: { ...counts, results } };
}

/** Success, as Segment's own API answers any readable batch; refused messages are listed in addition. */
function segmentAnswer({ inputs, outcomes }: Taken): unknown {
  const refused = outcomes.flatMap((outcome, index) => {
    if (outcome.status !== "refused") return [];
    const { reason, errors } = outcome.refusal;
    return [{ index, messageId: messageIdOf(inputs[index]), reason, errors }];
  });
  return refused.length === 0 ? { success: true } : { success: true, refused };
}

function messageIdOf(input: unknown): string | null {
  const id = isObject(input) ? input.messageId : null;
  return typeof id === "string" ? beginningOf(id, 255) : null;
}

/** The refusal of a request without any stored message. */
export function refusalOf(route: DoorRoute, refusals: readonly Refusal[], body: unknown): HttpError {
  const errors: FieldError[] = refusals.flatMap((refusal) => refusal.errors);
  const single = route.messageType === null ? null : refusals[0]?.reason;
  const results = route.messageType === null ? (body as { data: object }).data : {};
  return new HttpError(
    single === "reserved_name" || single === "unproved" ? "forbidden" : "unprocessable",
    summarize(errors),
    errors,
    {},
    { ...results },
  );
}
