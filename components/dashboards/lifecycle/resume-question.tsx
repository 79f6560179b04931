"use client";
import { useState } from "react";
import { useStats } from "#data";
import { RadioCard, RadioGroup } from "#ui/radio-group";
import { Question, type QuestionProps } from "./question.tsx";
import { afterResume } from "./sentences.ts";

/** Only a hold stops timers, so only after a hold there is something to choose. */
export function ResumeQuestion({ journey, busy, onConfirm }: QuestionProps) {
  const preset = journey.settings.onResume === "shift" ? "shift" : "fire";
  const [onResume, setOnResume] = useState<string>(preset);
  const active = useStats(journey.id).data?.totals.active ?? journey._count.active;
  const held = journey.pauseMode === "hold" && active > 0;
  return (
    <Question
      title={`Resume “${journey.name}”?`}
      text={afterResume(journey.pauseMode, active)}
      confirm="Resume"
      busy={busy}
      onConfirm={() => onConfirm(held ? { onResume } : undefined)}
    >
      {held ? (
        <RadioGroup aria-label="Waits that ran out during the pause" value={onResume} onValueChange={setOnResume}>
          <RadioCard value="fire" title="What fell due happens now">
            Whoever’s wait ended during the pause goes on at once.
          </RadioCard>
          <RadioCard value="shift" title="Move all waits by the length of the pause">
            As if the clock had stood still: everybody waits for as long as they still had to.
          </RadioCard>
        </RadioGroup>
      ) : null}
    </Question>
  );
}
