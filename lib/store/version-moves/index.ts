export { insertVersionMoves, rollUpVersionMoves } from "./write.ts";
