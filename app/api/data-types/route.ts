import { one, route } from "#http";
import { DataTypes, getDataTypes } from "#services/data-types";

export const GET = route({
  method: "GET",
  path: "/api/data-types",
  role: "viewer",
  summary: "Show which events, properties and traits the workspace has seen, and the keys of what it has made",
  tags: ["Events"],
  response: one(DataTypes),
  handler: async ({ ctx }) => ({ data: await getDataTypes(ctx) }),
});
