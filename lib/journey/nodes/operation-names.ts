import type { Operation } from "./action.ts";

/** What an operation may name, by its key, id or number; the field has the name of the thing. */
export type NamedByOperation = "segment" | "journey" | "campaign";

/** What each type of operation names; the compiler reports a type without an entry. */
const NAMED: Readonly<Record<Operation["type"], NamedByOperation | null>> = {
  none: null,
  tag_user: null,
  untag_user: null,
  advance_stage: null,
  set_attribute: null,
  unset_attribute: null,
  add_segment: "segment",
  remove_segment: "segment",
  emit_event: null,
  enroll: "journey",
  create_campaign: "campaign",
  set_flag: null,
};

/** What an operation of this type names; null = nothing, or the value is no type of operation. */
export const namedByOperation = (type: unknown): NamedByOperation | null =>
  typeof type === "string" && Object.hasOwn(NAMED, type) ? NAMED[type as Operation["type"]] : null;
