import { describe, expect, it } from "vitest";
import { openApiDocument } from "#http";
import "../../app/api/routes.ts";
import { apiTypes } from "./api-types.ts";

type Schemas = Parameters<typeof apiTypes>[0];

describe("the types that the pages have of the API", () => {
  it("are those of its document: `npm run api:types` makes them again", async () => {
    const { components } = openApiDocument("") as { components: { schemas: Schemas } };
    await expect(apiTypes(components.schemas)).toMatchFileSnapshot("../../components/data/types/api.ts");
  });

  it("say what a schema says", () => {
    const schemas: Schemas = {
      Thing: {
        type: "object",
        properties: {
          id: { type: "string", description: "Of the thing" },
          state: { enum: ["on", "off"] },
          "odd-name": { anyOf: [{ type: "integer" }, { type: "null" }] },
          pair: { type: "array", prefixItems: [{ type: "number" }, { type: "number" }] },
          many: { type: "array", items: { anyOf: [{ $ref: "#/components/schemas/Other" }, { type: "null" }] } },
          any: {},
        },
        required: ["id", "many"],
        additionalProperties: false,
      },
      Other: { type: "object", additionalProperties: { type: "boolean" } },
    };
    const [, ...types] = apiTypes(schemas).split("\n\n");
    expect(types).toEqual([
      "export type Other = Record<string, boolean>;",
      `export type Thing = {
  /** Of the thing */
  id: string;
  state?: "on" | "off";
  "odd-name"?: number | null;
  pair?: [number, number];
  many: (Other | null)[];
  any?: unknown;
};
`,
    ]);
  });
});
