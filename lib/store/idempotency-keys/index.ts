export { deleteKey, deleteOldAnswers, type KeptAnswer, readKey, takeKey, writeAnswer } from "./write.ts";
