"use client";
import { Copy } from "lucide-react";
import { useRouter } from "next/navigation";
import { type Journey, problemMessage, useDuplicateJourney } from "#data";
import { DropdownMenuItem } from "#ui/dropdown-menu";
import { toast } from "#ui/toaster";

/** Makes a draft of its own with the same steps, and opens it. */
export function DuplicateItem({ journey }: { journey: Journey }) {
  const router = useRouter();
  const copy = useDuplicateJourney();
  const duplicate = () =>
    copy.mutate(journey, {
      onSuccess: ({ journey: made }) => {
        toast.success(`“${made?.name}” is a draft of its own.`);
        if (made) router.push(`/journeys/${made.id}`);
      },
      onError: (error) => toast.error(problemMessage(error)),
    });
  return (
    <DropdownMenuItem disabled={copy.isPending} onSelect={duplicate}>
      <Copy /> Duplicate
    </DropdownMenuItem>
  );
}
