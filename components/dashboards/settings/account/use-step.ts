"use client";
import { useState } from "react";
import { isPasskeyRefusal, problemMessage } from "#data";

/** Runs one step of a dialog at a time, and keeps what was refused. */
export function useStep() {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | undefined>();
  const run = async (step: () => Promise<void>) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await step();
    } catch (error) {
      setFailure(isPasskeyRefusal(error) ? "The browser did not finish. Try again." : problemMessage(error));
    }
    setBusy(false);
  };
  return { busy, failure, run };
}
