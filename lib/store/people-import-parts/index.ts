export { countParts, readRefusedRows, takePart } from "./read.ts";
export type { ImportedPerson, RefusedRow } from "./table.ts";
export { clearEndedParts, finishPart, insertPart, type NewPart } from "./write.ts";
