import { expect, it } from "vitest";
import { journeyTypes } from "./journey-types.ts";

it("are those of the schemas: `npm run api:types` makes them again", async () => {
  await expect(journeyTypes()).toMatchFileSnapshot("../../sdk/journeys/types/configs.ts");
});
