export { isFound, readSearchWay, type SearchWay, type Sought, sampleShare } from "./find.ts";
export { dropFromSearch, indexPeople } from "./write.ts";
