export { getOperation } from "./get-operation.ts";
export { type OperationKind, queueOperation } from "./queue-operation.ts";
export { Operation } from "./schema.ts";
