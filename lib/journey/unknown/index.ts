export { knownFieldsAt, type UnknownField, unknownField, unknownFields } from "./unknown-fields.ts";
