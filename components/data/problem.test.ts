import { describe, expect, it } from "vitest";
import { ApiProblem, fieldOf, problemMessage } from "./problem.ts";

describe("a problem from the server", () => {
  it("speaks with its first field's message", () => {
    const problem = new ApiProblem(422, { title: "Invalid", errors: [{ field: "name", message: "Give it a name." }] });
    expect(problemMessage(problem)).toBe("Give it a name.");
  });

  it("falls back to detail, then title", () => {
    expect(problemMessage(new ApiProblem(409, { title: "Conflict", detail: "It is archived." }))).toBe(
      "It is archived.",
    );
    expect(problemMessage(new ApiProblem(409, { title: "Conflict" }))).toBe("Conflict");
  });

  it("names the field from the field or the pointer", () => {
    expect(fieldOf({ field: "settings.maxDuration", message: "" })).toBe("settings.maxDuration");
    expect(fieldOf({ pointer: "/goalConfig/deadline", message: "" })).toBe("goalConfig.deadline");
    expect(fieldOf({ message: "" })).toBeNull();
  });
});
