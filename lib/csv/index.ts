/** Reading of CSV, the same on the server and in the browser. */
export { type CsvFault, type CsvRow, type CsvTable, csvRecords, csvSlices, readCsv } from "./read-csv.ts";
