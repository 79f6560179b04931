/** What browsers are told that they may do with what this server answers, each with its reason; pure. */
export { type AnswerKind, defaultHeaders } from "./default-headers.ts";
export {
  API_POLICY,
  demoShopPolicy,
  IMAGE_POLICY,
  previewFramePolicy,
  publicPagePolicy,
  referencePolicy,
  studioPolicy,
} from "./policies.ts";
export { scriptHashes } from "./script-hashes.ts";
