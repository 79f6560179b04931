export { choose } from "./choose.ts";
export { createdBy } from "./created-by.ts";
export { newJourney } from "./new-journey.ts";
export { type Rendered, render } from "./render.tsx";
export { requestsTo } from "./requests-to.ts";
