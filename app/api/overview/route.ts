import { route } from "#http";
import { getOverview, Overview, OverviewQuery } from "#services/stats";

export const GET = route({
  method: "GET",
  path: "/api/overview",
  role: "viewer",
  summary: "Compare all journeys",
  description:
    "Enrollments, reached goals and messages of every journey and of all together, sorted by one of the figures. Counts are of enrollments since the journey was created.",
  tags: ["Analytics"],
  query: OverviewQuery,
  response: Overview,
  handler: ({ ctx, query }) => getOverview(ctx, query),
});
