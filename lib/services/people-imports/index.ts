export { importPeople } from "./import-people.ts";
export { PeopleImport, PeopleImportInput } from "./schema.ts";
