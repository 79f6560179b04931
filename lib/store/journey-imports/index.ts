export type { ImportedMessage } from "./table.ts";
