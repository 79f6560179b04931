"use client";
import { useFiguresSource } from "#data";
import { Notice } from "#shell";
import { standbySentence } from "./standby-sentence.ts";

/** Shown while figures come from the main database although a standby is configured for them. */
export function StandbyNotice() {
  const source = useFiguresSource().data;
  const sentence = source ? standbySentence(source) : null;
  return sentence === null ? null : <Notice tone="neutral">{sentence}</Notice>;
}
