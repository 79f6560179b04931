import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "#rendering";
import { Pager } from "./pager.tsx";

const meta = { total: 1_234_567, page: 3, limit: 25, totalPages: 49_383 };

test("an estimated total says so, and an exact one is written out", async () => {
  render(<Pager meta={{ ...meta, isAbout: true }} noun={["person", "people"]} onPage={() => undefined} />);
  await expect.element(page.getByText("51–75 of about 1.2m people")).toBeVisible();
  await expect.element(page.getByText("Page 3 of about 49,383")).toBeVisible();
});

test("a list of one page has no pages to choose", async () => {
  render(
    <Pager
      meta={{ total: 1, page: 1, limit: 25, totalPages: 1 }}
      noun={["person", "people"]}
      onPage={() => undefined}
    />,
  );
  await expect.element(page.getByText("1 person")).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Next page" })).not.toBeInTheDocument();
});
