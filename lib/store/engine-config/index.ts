export { readMoment } from "./read.ts";
