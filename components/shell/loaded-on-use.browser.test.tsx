import { useState } from "react";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "#rendering";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from "#ui/dropdown-menu";
import { loadedOnUse } from "./loaded-on-use.tsx";
import { type MenuButtonProps, type MenuState, menuOnUse } from "./menu-on-use.tsx";
import { UserButton } from "./user-button.tsx";

test("a dialog's code is loaded when it opens; if that fails, the page says so and another try opens it", async () => {
  let loads = 0;
  const Greeting = loadedOnUse(
    async () => {
      loads += 1;
      if (loads === 1) throw new Error("no connection");
      return ({ open }: { open: boolean }) => (open ? <p>Hello</p> : <p>Closed</p>);
    },
    ({ open }) => open,
  );
  function Host() {
    const [open, setOpen] = useState(false);
    return (
      <>
        <button type="button" onClick={() => setOpen(!open)}>
          Greet
        </button>
        <Greeting open={open} />
      </>
    );
  }
  render(<Host />);
  const greet = page.getByRole("button", { name: "Greet" });
  await expect.element(greet).toBeVisible();
  expect(loads).toBe(0);
  await greet.click();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect.element(page.getByText("Hello")).toBeVisible();
  await greet.click();
  await expect.element(page.getByText("Closed")).toBeVisible();
  expect(loads).toBe(2);
});

test("a menu's button keeps the focus when its code arrives, and a click opens the menu", async () => {
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  const Menu = menuOnUse(
    async () => {
      await arrived;
      return ({ name, open, onOpenChange }: { name: string } & MenuState) => (
        <>
          <button type="button" data-with-menu onClick={() => onOpenChange(!open)}>
            {name}
          </button>
          {open ? <p>Items of {name}</p> : null}
        </>
      );
    },
    ({ name, ...props }: { name: string } & MenuButtonProps) => (
      <button type="button" {...props}>
        {name}
      </button>
    ),
  );
  render(<Menu name="Account" />);
  const button = page.getByRole("button", { name: "Account" });
  await expect.element(button).toBeVisible();
  (button.element() as HTMLElement).focus();
  arrive();
  await expect.poll(() => document.activeElement?.hasAttribute("data-with-menu")).toBe(true);
  await button.click();
  await expect.element(page.getByText("Items of Account")).toBeVisible();
});

test.each(["before it is pressed", "while it is loaded"])(
  "a real click opens a menu that arrives %s, and it stays open",
  async (when) => {
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    if (when === "before it is pressed") arrive();
    const Menu = menuOnUse(
      async () => {
        await arrived;
        return ({ name, ...state }: { name: string } & MenuState) => (
          <DropdownMenu {...state}>
            <DropdownMenuTrigger asChild>
              <UserButton name={name} email="ada@example.com" />
            </DropdownMenuTrigger>
            <DropdownMenuContent>
              <DropdownMenuItem>Sign out</DropdownMenuItem>
            </DropdownMenuContent>
          </DropdownMenu>
        );
      },
      ({ name, ...props }: { name: string } & MenuButtonProps) => (
        <UserButton name={name} email="ada@example.com" {...props} />
      ),
    );
    render(<Menu name="Account" />);
    await page.getByRole("button", { name: /Account of/ }).click();
    arrive();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect.element(page.getByRole("menuitem", { name: "Sign out" })).not.toBeInTheDocument();
  },
);
