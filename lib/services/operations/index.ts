export { awaitOperation } from "./await-operation.ts";
export { cancelOperation } from "./cancel-operation.ts";
export { getOperation } from "./get-operation.ts";
export { listOperations } from "./list-operations.ts";
export { type OperationKind, queueOperation } from "./queue-operation.ts";
export { Operation, OperationQuery, Queued } from "./schema.ts";
export { viewOperations } from "./view-operations.ts";
