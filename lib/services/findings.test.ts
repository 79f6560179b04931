import { expect, it } from "vitest";
import { conflict, invalidField } from "./errors.ts";
import { Findings } from "./findings.ts";

it("the refusals of all checks are told at once, and answers are handed on", async () => {
  const findings = new Findings();
  expect(await findings.of(() => 7)).toBe(7);
  for (const field of ["name", "key"])
    expect(await findings.of(() => Promise.reject(invalidField([field], `${field} is taken`)))).toBeUndefined();
  expect(() => findings.throwIfAny()).toThrow(
    expect.objectContaining({
      message: "name is taken",
      errors: [expect.objectContaining({ pointer: "/name" }), expect.objectContaining({ pointer: "/key" })],
    }),
  );
});

it("anything but a refusal of the input ends the checks", async () => {
  await expect(new Findings().of(() => Promise.reject(conflict("It is published.")))).rejects.toThrow(/published/);
  await expect(
    new Findings().of(() => {
      throw new Error("no connection");
    }),
  ).rejects.toThrow(/no connection/);
});

it("without refusals nothing is thrown", () => {
  expect(() => new Findings().throwIfAny()).not.toThrow();
});
