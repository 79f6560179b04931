export { leftOutTables, type PersonalRow, readPersonalData } from "./read.ts";
