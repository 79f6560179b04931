import type { Operation } from "#journey";
import type { Option } from "./choice.tsx";

const WORDS: Readonly<Record<Operation["type"], string>> = {
  tag_user: "Add a tag",
  untag_user: "Remove a tag",
  advance_stage: "Move to a stage",
  set_attribute: "Set a trait",
  unset_attribute: "Clear a trait",
  add_segment: "Add to a segment",
  remove_segment: "Remove from a segment",
  emit_event: "Send an event",
  enroll: "Enroll in another journey",
  create_campaign: "Create a campaign for the person",
  set_flag: "Set a flag on this enrollment",
  none: "Do nothing",
};

/** What an update can do, in the order of use. */
export const OPERATIONS: readonly Option[] = Object.entries(WORDS).map(([value, label]) => ({ value, label }));
