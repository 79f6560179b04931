export { readSealed, replaceSealed, SEALED, type SealedColumn, type SealedRow } from "./sealed.ts";
