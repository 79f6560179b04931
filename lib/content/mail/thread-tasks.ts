/** Making emails; apart from rendering them, so that threads that only render do not load a compiler. */
export { compileMail } from "./compile-mail.ts";
export { variablesIn } from "./variables-in.ts";
