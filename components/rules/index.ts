/** Rules about people and events, as they are written in forms of every kind. */
export { ComboInput } from "./combo-input.tsx";
export { EventInput } from "./event-input.tsx";
export { MapInput } from "./map-input.tsx";
export { Matches } from "./matches.tsx";
export { emptyRule, hasRules, isFinished, NO_RULES, readRules, writeRules } from "./model.ts";
export { RuleBuilder } from "./rule-builder.tsx";
export { RuleList } from "./rule-list.tsx";
