"use client";
import { RotateCw } from "lucide-react";
import { problemMessage, useCanEdit, useRetryDeliveries } from "#data";
import { Button } from "#ui/button";
import { toast } from "#ui/toaster";

type RetryAllProps = { journeyId: string | null; channel: string | null };

/** Sends the failed messages again that the filters name. */
export function RetryAll({ journeyId, channel }: RetryAllProps) {
  const retry = useRetryDeliveries();
  const canEdit = useCanEdit();
  if (!canEdit) return null;
  const again = () =>
    retry.mutate(
      { ...(journeyId ? { journeyId } : {}), ...(channel ? { channel } : {}) },
      {
        onSuccess: ({ retried, more }) =>
          toast.success(`${retried} queued again.${more ? " There are more: send again for the rest." : ""}`),
        onError: (error) => toast.error(problemMessage(error)),
      },
    );
  return (
    <Button variant="outline" busy={retry.isPending} onClick={again}>
      <RotateCw aria-hidden /> Send all failed again
    </Button>
  );
}
