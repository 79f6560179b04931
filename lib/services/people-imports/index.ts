export { getPeopleImport } from "./get-people-import.ts";
export { importPeople } from "./import-people.ts";
export { listPeopleImports } from "./list-people-imports.ts";
export { listRefusedRows } from "./list-refused-rows.ts";
export { previewPeople } from "./preview-people.ts";
export {
  PeopleImport,
  PeopleImportInput,
  PeopleImportPreview,
  PeopleImportQuery,
  RefusedRow,
  RefusedRowsQuery,
} from "./schema.ts";
