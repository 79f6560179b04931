export { createPerson } from "./create-person.ts";
export { erasePerson } from "./erase-person.ts";
export { getPerson } from "./get-person.ts";
export { listPeople } from "./list-people.ts";
export { personLabel } from "./person-label.ts";
export { findPerson, type PersonRow } from "./person-row.ts";
export { resolvePeople } from "./resolve-people.ts";
export { NewPerson, PeopleQuery, Person, PersonPatch, PersonReference } from "./schema.ts";
export { updatePerson } from "./update-person.ts";
