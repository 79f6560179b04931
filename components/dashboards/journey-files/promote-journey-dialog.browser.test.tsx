import { expect, onTestFinished, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { Me, TakenBundle } from "#data";
import { choose, newJourney, render } from "#rendering";
import { JourneyMenu } from "../lifecycle/journey-menu.tsx";

type Answer = { readonly status: number; readonly body: object };

const part = (
  kind: TakenBundle["parts"][number]["kind"],
  key: string,
  change: "created" | "changed",
  ...fields: string[]
) => ({ kind, key, change, fields }) as const;
const parts = [
  part("segment", "loyal", "created"),
  part("content", "hello", "changed", "subject"),
  part("journey", "welcome", "created"),
];
const taken = (dryRun: boolean): Answer => ({
  status: 200,
  body: { data: { dryRun, parts, journey: null, warnings: [] } },
});
const refused: Answer = {
  status: 422,
  body: {
    code: "invalid",
    errors: ["There is no journey other here; it has to come first", "The segment loyal is a list here"].map(
      (message) => ({
        pointer: "/bundle",
        message,
      }),
    ),
  },
};

/** A member of two more workspaces, and what promoting to them answers; the API of a test has one workspace. */
function elsewhere(answerOf: (body: { workspaceId: string; dryRun: boolean }) => Answer): object[] {
  const asked: object[] = [];
  const real = window.fetch;
  const spy = vi.spyOn(window, "fetch").mockImplementation(async (input, init) => {
    const { pathname } = new URL(String(input), location.href);
    if (pathname === "/api/me") {
      const { data } = (await (await real(input, init)).json()) as { data: Me };
      const other = (id: string, name: string, role: Me["role"]) => ({ id, name, slug: id, role, isDemo: false });
      const workspaces = [...data.workspaces, other("look", "Archive", "viewer"), other("live", "Live", "editor")];
      return Response.json({ data: { ...data, workspaces } });
    }
    if (!pathname.endsWith("/promote")) return real(input, init);
    const body = JSON.parse(String(init?.body));
    asked.push(body);
    const answer = answerOf(body);
    return Response.json(answer.body, { status: answer.status });
  });
  onTestFinished(() => spy.mockRestore());
  return asked;
}

const target = page.getByLabelText("To the workspace");
const promote = page.getByRole("button", { name: "Promote to Live" });

async function openDialog(): Promise<void> {
  render(<JourneyMenu journey={await newJourney("Welcome")} place="header" />);
  await choose(page.getByRole("button", { name: "Actions for Welcome" }), "Promote…", "menuitem");
}

test("what would change in the other workspace is shown before it is taken there", async () => {
  const asked = elsewhere(({ dryRun }) => taken(dryRun));
  await openDialog();
  await expect.element(page.getByRole("button", { name: "Promote", exact: true })).toBeDisabled();
  await target.click();
  await expect.element(page.getByRole("option", { name: "Archive (you may only look)" })).toBeDisabled();
  await page.getByRole("option", { name: "Live" }).click();
  await expect.element(page.getByText("It would create 2 and change 1.")).toBeVisible();
  await expect.element(page.getByText("subject")).toBeVisible();
  await expect.element(page.getByText(/is used by other journeys of Live too/)).toBeVisible();
  expect(asked).toEqual([{ workspaceId: "live", dryRun: true }]);
  await promote.click();
  await expect.element(page.getByText(/It is a draft in Live now/)).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Open it in Live" })).toBeVisible();
  expect(asked.at(-1)).toEqual({ workspaceId: "live", dryRun: false });
});

test("everything that stands in the way is listed, and nothing can be taken; the keyboard is enough", async () => {
  elsewhere(() => refused);
  await openDialog();
  await expect.element(page.getByRole("dialog", { name: "Promote Welcome" })).toBeVisible();
  await userEvent.keyboard("{Enter}");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("alert").getByText(/There is no journey other here/)).toBeVisible();
  await expect.element(page.getByRole("alert").getByText("The segment loyal is a list here")).toBeVisible();
  await expect.element(promote).toBeDisabled();
});
