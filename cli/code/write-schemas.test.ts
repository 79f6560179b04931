import { expect, it } from "vitest";
import { schemaTexts } from "./write-schemas.ts";

const journeySchema = () => {
  const [, text = ""] = [...schemaTexts(null)].find(([file]) => file.endsWith("journey.schema.json")) ?? [];
  return JSON.parse(text);
};

it("describes what a file says beside its journey, and the journey", () => {
  const { properties } = journeySchema();
  expect(properties.source.anyOf[0].enum).toEqual(["code", "console", "both"]);
  expect(Object.keys(properties.migration.properties)).toEqual(["others", "steps", "timers", "perMinute"]);
  expect(properties.nodes.items).toEqual({ $ref: "#/$defs/Node" });
});

it("says that a bare number is in minutes, as the reader takes it", () => {
  expect(journeySchema().$defs.Duration.description).toContain("a number of minutes");
});
