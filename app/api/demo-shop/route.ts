import { one, route } from "#http";
import { DemoShop, getDemoShop, setUpDemoShop } from "#services/demo-shop";

const about = { path: "/api/demo-shop", tags: ["Workspace"] };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "The demo shop: its site and its journey",
  response: one(DemoShop),
  handler: async ({ ctx }) => ({ data: await getDemoShop(ctx) }),
});

export const POST = route({
  ...about,
  method: "POST",
  role: "editor",
  summary: "Set up the demo shop: its content, and its journey, published",
  response: one(DemoShop),
  handler: async ({ ctx }) => ({ data: await setUpDemoShop(ctx) }),
});
