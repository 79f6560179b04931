import { isObject } from "#values";
import type { Dialect } from "../dialect.ts";
import { print } from "./print.ts";
import { read } from "./read.ts";
import { OrderedSteps } from "./schema.ts";

export { EntryConditions, OrderedSteps, Step, Steps } from "./schema.ts";

/** Steps in order, each followed by the next one unless it says otherwise: the format of source 002 and of `/api/v1`. */
export const orderedSteps: Dialect<OrderedSteps> = {
  key: "ordered-steps",
  title: "Ordered steps",
  schema: OrderedSteps,
  recognizes: (foreign) => isObject(foreign) && Array.isArray(foreign.steps),
  read,
  write: (draft) => {
    const { journey, losses } = print(draft);
    return { foreign: journey, losses };
  },
};
