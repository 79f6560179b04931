export { isFound, readSearchWay, type SearchWay, type Sought, sampleShare } from "./find.ts";
export { copySearchedPeople, dropFromSearch, indexPeople } from "./write.ts";
