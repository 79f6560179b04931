"use client";
import { Sheet, SheetContent, SheetDescription, SheetTitle } from "#ui/sheet";
import { Sidebar } from "./sidebar.tsx";

type PhoneMenuProps = { open: boolean; onOpenChange: (open: boolean) => void };

export function PhoneMenu({ open, onOpenChange }: PhoneMenuProps) {
  return (
    <Sheet open={open} onOpenChange={onOpenChange}>
      <SheetContent side="left" className="bg-sidebar pt-10">
        <SheetTitle className="sr-only">Menu</SheetTitle>
        <SheetDescription className="sr-only">Pages, workspace and account</SheetDescription>
        <Sidebar onNavigate={() => onOpenChange(false)} />
      </SheetContent>
    </Sheet>
  );
}
