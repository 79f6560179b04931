import { expect, type Locator, type Page } from "@playwright/test";

type Point = { readonly x: number; readonly y: number };

/** Uses the canvas like a person: drags steps from the palette, connects them, and fills in the side panel. */
export class Builder {
  readonly page: Page;
  readonly panel: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole("complementary", { name: "Step" });
  }

  /** Drags a kind of step from the palette to a point of the canvas (pixels from its corner) and names it. */
  async drag(kind: string, at: Point, name: string): Promise<void> {
    const entry = this.page.getByRole("navigation", { name: "Steps" }).getByRole("button", { name: kind, exact: true });
    await entry.hover();
    await this.page.mouse.down();
    await this.page.locator("[data-editor-canvas]").hover({ position: at });
    await this.page.mouse.up();
    await this.panel.getByLabel("Name of the step").fill(name);
  }

  /** A step on the canvas by its name as shown, once the canvas has its first view and no longer moves. */
  step(name: string): Locator {
    return this.page
      .locator(".has-first-view .react-flow__node")
      .filter({ has: this.page.getByText(name, { exact: true }) });
  }

  /** The focusable part of a step. Its text also names the next steps, so it does not identify the step. */
  card(name: string): Locator {
    return this.step(name).locator("[data-step]");
  }

  /** Opens a step's panel. */
  async open(name: string): Promise<void> {
    await this.step(name).click();
    await expect(this.panel).toBeVisible();
  }

  async closePanel(): Promise<void> {
    await this.panel.getByRole("button", { name: "Close panel" }).click();
    await expect(this.panel).toBeHidden();
  }

  /** Brings all steps into view, as handles outside it cannot be reached. */
  async showAll(): Promise<void> {
    const viewport = this.page.locator(".react-flow__viewport");
    const before = (await viewport.getAttribute("style")) ?? "";
    await this.page.getByRole("toolbar", { name: "Canvas" }).getByRole("button", { name: "Show all" }).click();
    await expect(viewport).not.toHaveAttribute("style", before);
  }

  /** Draws an edge from one exit of a step to another step. */
  async connect(from: string, exit: string, to: string): Promise<void> {
    const edges = this.page.locator(".react-flow__edge");
    const before = await edges.count();
    await this.step(from).locator(`[data-exit="${exit}"]`).hover();
    await this.page.mouse.down();
    await this.step(to).hover();
    await this.page.mouse.up();
    await expect(edges).toHaveCount(before + 1);
  }

  /** Picks an entry of a select in the panel. */
  async choose(label: string | RegExp, option: string): Promise<void> {
    await this.panel.getByLabel(label).click();
    await this.page.getByRole("option", { name: option, exact: true }).click();
  }

  /** Waits until the draft on the server equals the canvas. */
  async saved(): Promise<void> {
    await expect(this.page.locator('[data-save="saved"]')).toBeVisible();
  }
}
