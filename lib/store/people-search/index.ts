export { indexPeople } from "./write.ts";
