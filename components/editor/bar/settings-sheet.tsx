"use client";

import { useState } from "react";
import { JourneySettings } from "#dashboards";
import type { JourneyDetail } from "#data";
import { useDiscardGuard } from "#shell";
import { Sheet, SheetBody, SheetContent, SheetDescription, SheetHeader, SheetTitle } from "#ui/sheet";

type SettingsSheetProps = {
  journey: JourneyDetail;
  isOpen: boolean;
  /** The field to focus first, such as `goalConfig`. */
  field: string | null;
  onClose: () => void;
};

/** The settings of the journey. */
export function SettingsSheet({ journey, isOpen, field, onClose }: SettingsSheetProps) {
  const [isDirty, setDirty] = useState(false);
  const close = () => {
    setDirty(false);
    onClose();
  };
  const { onOpenChange, question } = useDiscardGuard(isDirty, close);
  return (
    <Sheet open={isOpen} onOpenChange={onOpenChange}>
      <SheetContent onOpenAutoFocus={(event) => (field === null ? undefined : event.preventDefault())}>
        <SheetHeader>
          <SheetTitle>Settings</SheetTitle>
          <SheetDescription>Who enters, when they leave, and what counts as success.</SheetDescription>
        </SheetHeader>
        <SheetBody className="pb-0">
          <JourneySettings journeyId={journey.id} field={field} onDirty={setDirty} />
        </SheetBody>
        {question}
      </SheetContent>
    </Sheet>
  );
}
