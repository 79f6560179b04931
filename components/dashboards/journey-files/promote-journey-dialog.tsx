"use client";
import { useState } from "react";
import { usePromoteJourney, usePromotionCheck } from "#data";
import { Button } from "#ui/button";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle } from "#ui/dialog";
import { PromotionDone } from "./promotion-done.tsx";
import { PromotionRefusals, PromotionReport } from "./promotion-report.tsx";
import { type Target, TargetField } from "./target-field.tsx";

type PromoteJourneyDialogProps = {
  journey: { readonly id: string; readonly name: string };
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Takes the draft with everything that it needs to another workspace; what would change there is shown first. */
export function PromoteJourneyDialog({ journey, open, onOpenChange }: PromoteJourneyDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent className="max-w-2xl">
        <DialogHeader>
          <DialogTitle>Promote {journey.name}</DialogTitle>
          <DialogDescription>
            The draft goes to another workspace of yours with the segments, messages, offers and decision flows that it
            needs. People and figures stay here. Nothing is published there.
          </DialogDescription>
        </DialogHeader>
        <Promotion journeyId={journey.id} close={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

function Promotion({ journeyId, close }: { journeyId: string; close: () => void }) {
  const [target, setTarget] = useState<Target | null>(null);
  const check = usePromotionCheck(journeyId, target?.id ?? null);
  const promotion = usePromoteJourney(journeyId);
  if (promotion.data && target) return <PromotionDone taken={promotion.data} target={target} close={close} />;
  const ahead = check.isFetching ? undefined : check.data;
  const isNews = ahead?.parts.some(({ change }) => change !== "unchanged") ?? false;
  return (
    <>
      <TargetField
        target={target}
        onChange={(next) => {
          promotion.reset();
          setTarget(next);
        }}
      />
      {target === null ? null : (
        <PromotionReport ahead={ahead} error={check.isFetching ? null : check.error} target={target} />
      )}
      {promotion.error ? <PromotionRefusals error={promotion.error} /> : null}
      <DialogFooter>
        <Button variant="outline" onClick={close}>
          Cancel
        </Button>
        <Button
          busy={promotion.isPending}
          disabled={target === null || !isNews}
          onClick={() => (target === null ? undefined : promotion.mutate(target.id))}
        >
          {target === null ? "Promote" : `Promote to ${target.name}`}
        </Button>
      </DialogFooter>
    </>
  );
}
