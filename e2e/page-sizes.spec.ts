import { expect, test } from "@playwright/test";
import { pageSizes } from "../scripts/steps/page-sizes.ts";

test("no page loads more script than its budget", () => {
  const sizes = pageSizes();
  expect(sizes.map(({ route }) => route)).toEqual(
    expect.arrayContaining(["/sign-in", "/people", "/journeys/[journeyId]"]),
  );
  const over = sizes.filter(({ bytes, most }) => bytes > most);
  expect(over.map(({ route, bytes, most }) => `${route}: ${Math.round(bytes / 1024)} of ${most / 1024} KB`)).toEqual(
    [],
  );
});
