import type { JsonObject } from "../schema.ts";
import { at } from "./place.ts";
import type { TemplateNode } from "./template.ts";

/** How people read a step, and where it stands in columns and rows. */
type Shown = readonly [label: string, column: number, row: number];
type Step = Pick<TemplateNode, "label" | "position">;

const shown = ([label, column, row]: Shown): Step => ({ label, position: at(column, row) });

/** People enter by an event of their own. */
export const onEvent = (name: string, eventName: string, place: Shown): TemplateNode => ({
  ...{ name, type: "TRIGGER", config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName } } },
  ...shown(place),
});

/** An e-mail, by the key of one of the template's contents. */
export const email = (name: string, content: string, place: Shown): TemplateNode => ({
  ...{ name, type: "CONTENT", config: { contentType: "email" }, content },
  ...shown(place),
});

export const wait = (name: string, config: JsonObject, place: Shown): TemplateNode => ({
  ...{ name, type: "WAIT", config },
  ...shown(place),
});

export const waitForEvent = (name: string, eventName: string, timeout: string, place: Shown): TemplateNode => ({
  ...{ name, type: "WAIT_FOR_EVENT", config: { eventName, timeout } },
  ...shown(place),
});

/** One test with the exits TRUE and FALSE. */
export const check = (name: string, field: string, op: string, value: unknown, place: Shown): TemplateNode => ({
  ...{
    name,
    type: "CONDITION",
    config: { rules: { all: [{ field, op, ...(value === undefined ? {} : { value }) }] } },
  },
  ...shown(place),
});

export const change = (name: string, operations: readonly JsonObject[], place: Shown): TemplateNode => ({
  ...{ name, type: "ACTION", config: { operations } },
  ...shown(place),
});

export const exit = (name: string, place: Shown): TemplateNode => ({
  ...{ name, type: "EXIT", config: {} },
  ...shown(place),
});

/** Edges from a step to the next, and so on. */
export const inRow = (...names: readonly string[]) =>
  names.slice(1).map((to, index) => ({ from: names[index] ?? to, to }));
