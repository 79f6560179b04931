import { useState } from "react";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import type { JourneyTemplate } from "#journey/templates";
import { render } from "#rendering";
import { TemplatePicker } from "./template-picker.tsx";

function Picker() {
  const [template, choose] = useState<JourneyTemplate | null>(null);
  return (
    <>
      <TemplatePicker value={template} onChange={choose} />
      <output>{template?.key}</output>
    </>
  );
}

test("a template is found by what its steps say, shows a picture with all its steps, and is chosen", async () => {
  render(<Picker />);
  await expect.element(page.getByRole("radio", { name: /^Blank/ })).toBeVisible();
  expect(document.querySelectorAll("[data-template-picture]")).toHaveLength(20);
  await page.getByRole("searchbox", { name: "Search the templates" }).fill("recording");
  await expect.element(page.getByText("1 template found")).toBeVisible();
  expect(document.querySelectorAll("[data-template-picture=webinar] rect")).toHaveLength(9);
  await page.getByRole("radio", { name: /^Webinar/ }).click();
  await expect.element(page.getByRole("status")).toHaveTextContent("webinar");
  await page.getByRole("searchbox", { name: "Search the templates" }).fill("nothing like it");
  await expect.element(page.getByText("No templates found")).toBeVisible();
  await expect.element(page.getByRole("radio", { name: /^Blank/ })).toBeVisible();
});
