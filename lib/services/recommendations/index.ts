export { acceptRecommendations } from "./accept-recommendations.ts";
export { Accepted, Recommendation } from "./schema.ts";
