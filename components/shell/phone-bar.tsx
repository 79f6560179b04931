"use client";
import { Menu } from "lucide-react";
import { useState } from "react";
import { Button } from "#ui/button";
import { keepFocus } from "./keep-focus.ts";
import { loadedOnUse } from "./loaded-on-use.tsx";
import { Logo } from "./logo.tsx";

const PhoneMenu = loadedOnUse(
  async () => (await import("./phone-menu.tsx")).PhoneMenu,
  ({ open }) => open,
);

/** The sidebar of phones, as a bar with a menu. */
export function PhoneBar() {
  const [open, setOpen] = useState(false);
  const close = (isOpen: boolean) => {
    setOpen(isOpen);
    if (!isOpen) keepFocus("[data-phone-menu]");
  };
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b bg-sidebar px-3 md:hidden">
      <Button
        variant="ghost"
        size="icon"
        aria-label="Open the menu"
        aria-haspopup="dialog"
        aria-expanded={open}
        data-phone-menu
        onClick={() => setOpen(true)}
      >
        <Menu />
      </Button>
      <PhoneMenu open={open} onOpenChange={close} />
      <Logo />
      <span className="font-semibold tracking-tight">Sojourn</span>
    </header>
  );
}
