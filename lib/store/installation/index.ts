export { readInstallationSecret } from "./read.ts";
