export { advanceInputOf } from "./advance-input.ts";
export { inputFromJson, inputToJson } from "./as-json.ts";
export { type BatchInput, loadBatchInput, type PersonSignals } from "./batch-input.ts";
export { readAdvanceInput } from "./one-person.ts";
export { readPersons } from "./persons.ts";
