export { lockInstallation, readInstallationSecret } from "./read.ts";
