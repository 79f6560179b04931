export { createPerson } from "./create-person.ts";
export { erasePerson } from "./erase-person.ts";
export { exportPerson } from "./export-person.ts";
export { getPerson } from "./get-person.ts";
export { findsWholeIdsOnly, listPeople } from "./list-people.ts";
export { personLabel } from "./person-label.ts";
export { findPerson } from "./person-row.ts";
export { reportEvent, reportUserEvent } from "./report-user-event.ts";
export { lookUpPeople, resolvePeople } from "./resolve-people.ts";
export {
  NewPerson,
  PeopleQuery,
  Person,
  PersonEventInput,
  PersonExportLine,
  PersonPatch,
  PersonReference,
  ReportedUserEvent,
  UserEventInput,
} from "./schema.ts";
export { shortTraits } from "./short-traits.ts";
export { updatePerson } from "./update-person.ts";
