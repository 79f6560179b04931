export { type Rotation, rotateSecrets } from "./rotate-secrets.ts";
