"use client";

import { JourneySettings } from "#dashboards";
import type { JourneyDetail } from "#data";
import { Sheet, SheetBody, SheetContent, SheetDescription, SheetHeader, SheetTitle } from "#ui/sheet";

/** Everything about the journey that is not on the canvas. */
export function SettingsSheet({
  journey,
  isOpen,
  onClose,
}: {
  journey: JourneyDetail;
  isOpen: boolean;
  onClose: () => void;
}) {
  return (
    <Sheet open={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <SheetContent>
        <SheetHeader>
          <SheetTitle>Settings</SheetTitle>
          <SheetDescription>Who enters, when they leave, and what counts as success.</SheetDescription>
        </SheetHeader>
        <SheetBody className="pb-0">
          <JourneySettings journeyId={journey.id} />
        </SheetBody>
      </SheetContent>
    </Sheet>
  );
}
