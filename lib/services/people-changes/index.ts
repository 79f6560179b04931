export { changePeople } from "./change-people.ts";
export { PeopleChangeInput } from "./schema.ts";
