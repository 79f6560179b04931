import { describe, expect, it } from "vitest";
import { openApiDocument } from "#http";
import "../../app/api/routes.ts";
import { type ApiDocument, clientTypes } from "./api-paths.ts";
import { apiTypes } from "./api-types.ts";

type Schemas = Parameters<typeof apiTypes>[0];

describe("the types of the client for Node", () => {
  it("are those of the API's document: `npm run api:types` makes them again", async () => {
    const types = clientTypes(openApiDocument("") as unknown as ApiDocument);
    await expect(types).toMatchFileSnapshot("../../sdk/node/types/api.ts");
  });

  it("say what an address takes and answers", () => {
    const document: ApiDocument = {
      paths: {
        "/things/{id}": {
          put: {
            summary: "Change a thing",
            parameters: [
              { name: "id", in: "path", required: true, schema: { type: "string" } },
              { name: "dry-run", in: "query", required: false, schema: { enum: ["true"] } },
              { $ref: "#/components/parameters/IdempotencyKey" },
            ],
            requestBody: { required: true, content: { "application/json": { schema: { type: "number" } } } },
            responses: {
              "200": { content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } } },
              default: { $ref: "#/components/responses/Problem" },
            },
          },
          delete: { summary: "Remove a thing", parameters: [], responses: { "204": {} } },
        },
      },
      components: { schemas: {} },
    };
    expect(clientTypes(document).split("\n\n")[1]).toBe(`/** The addresses of the API: what each takes and answers. */
export type paths = {
  "/things/{id}": {
    /** Change a thing */
    put: {
      parameters: {
        path: {
          id: string | number;
        };
        query?: {
          "dry-run"?: "true";
        };
      };
      requestBody: { content: { "application/json": number } };
      responses: {
        200: { content: { "application/json": Thing } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Remove a thing */
    delete: {
      parameters: Record<string, never>;
      responses: {
        204: { content?: never };
      };
    };
  };
};
`);
  });
});

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
