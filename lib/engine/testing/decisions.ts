import type { DecisionFlow, Offer } from "../decisions/types.ts";
import { idOf } from "./build.ts";

/** An offer that is open to everybody; its id is that of its name. */
export function offer(name: string, part: Partial<Offer> = {}): Offer {
  return {
    id: idOf(`offer ${name}`),
    key: name,
    number: 1,
    name,
    channel: null,
    contentId: null,
    contentType: null,
    rules: null,
    expression: null,
    startsAt: null,
    endsAt: null,
    priority: 0,
    score: null,
    caps: [],
    properties: {},
    learned: null,
    isArchived: false,
    ...part,
  };
}

/** A flow that takes every offer. */
export function flow(key: string, part: Partial<DecisionFlow> = {}): DecisionFlow {
  return {
    id: idOf(`flow ${key}`),
    key,
    number: 1,
    name: key,
    offerIds: null,
    channel: null,
    rules: null,
    expression: null,
    score: null,
    sampling: "off",
    caps: [],
    suppress: [],
    maxOffers: null,
    isArchived: false,
    ...part,
  };
}
