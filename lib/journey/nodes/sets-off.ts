import { eventName } from "../events.ts";
import type { JsonObject } from "../schema.ts";
import type { Operation } from "./action.ts";
import type { SetsOff } from "./kind.ts";

type Read = (written: JsonObject) => SetsOff | null;

const nothing: Read = () => null;

function named(what: SetsOff["what"], field: string): Read {
  return ({ [field]: name }) => {
    const isName = (typeof name === "string" && name.trim() !== "") || typeof name === "number";
    return isName ? { what, name: String(name), field } : null;
  };
}

function event(written: JsonObject): SetsOff | null {
  const found = named("event", "eventName")(written);
  return found === null ? null : { ...found, name: eventName(found.name.trim()) };
}

/** A campaign that is created starts at once. */
function campaign(written: JsonObject): SetsOff | null {
  const found = named("event", "campaign")(written);
  return found === null ? null : { ...found, name: "campaign.private.started" };
}

/** The effect of each type of operation, also of unfinished ones; the compiler reports a type without an entry. */
const READS: Readonly<Record<Operation["type"], Read>> = {
  none: nothing,
  tag_user: nothing,
  untag_user: nothing,
  advance_stage: nothing,
  set_attribute: named("trait", "attribute"),
  unset_attribute: named("trait", "attribute"),
  add_segment: named("join", "segment"),
  remove_segment: named("leave", "segment"),
  emit_event: event,
  enroll: named("enroll", "journey"),
  create_campaign: campaign,
  set_flag: nothing,
};

const isType = (type: unknown): type is Operation["type"] => typeof type === "string" && Object.hasOwn(READS, type);

/** The effects of a config's operations, in order. */
export function setOffBy({ operations }: JsonObject): SetsOff[] {
  if (!Array.isArray(operations)) return [];
  return operations.flatMap((operation: unknown, index) => {
    if (typeof operation !== "object" || operation === null) return [];
    const { type, ...written }: JsonObject = { ...operation };
    const found = isType(type) ? READS[type](written) : null;
    return found === null ? [] : [{ ...found, field: `operations.${index}.${found.field}` }];
  });
}
