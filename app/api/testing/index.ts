/** What tests of the API's clients start: a workspace with keys, and the API on a port. */
export { type ApiFixture, apiFixture } from "./api-fixture.ts";
export { answerRequest } from "./client.ts";
export { everyRow } from "./rows.ts";
export { type ServedApi, serveApi } from "./serve-api.ts";
export { until } from "./until.ts";
export { later, onEvent, published, settle } from "./walk.ts";
