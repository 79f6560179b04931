"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { problemMessage, signOut } from "#data";
import { type Unsaved, useDraftKeeping } from "#drafts";
import { toast } from "#ui/toaster";

/** How long signing out waits for what is still being saved. */
const SAVE_WITHIN_MS = 3_000;

/** Signs out after everything is saved or the user has decided about unsaved changes. */
export function useSignOut() {
  const keeping = useDraftKeeping();
  const client = useQueryClient();
  const router = useRouter();
  const [unsaved, setUnsaved] = useState<readonly Unsaved[]>([]);
  const leave = async (keeps: boolean) => {
    const { drafts } = keeping();
    try {
      if (!keeps) for (const { journeyId } of drafts.unsaved()) drafts.discard(journeyId);
      await signOut();
      drafts.leave();
      router.replace("/sign-in");
      client.clear();
    } catch (error) {
      toast.error(problemMessage(error));
    }
  };
  const ask = async () => {
    const left = await keeping().drafts.settle(SAVE_WITHIN_MS);
    if (left.length > 0) setUnsaved(left);
    else await leave(true);
  };
  return { unsaved, ask, leave, stay: () => setUnsaved([]) };
}
