export { type PeopleImportRow, readPeopleImport, readPeopleImports } from "./read.ts";
export { deleteOldImports, insertPeopleImport } from "./write.ts";
