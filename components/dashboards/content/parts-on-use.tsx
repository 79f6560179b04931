"use client";
import { loadedOnUse } from "#shell";

/** The drawer with the editors of emails and content in pages, for those who open it over another page. */
export const ContentDrawer = loadedOnUse(
  async () => (await import("./content-drawer.tsx")).ContentDrawer,
  ({ contentId }) => contentId !== null,
);

export const NewContentDialog = loadedOnUse(
  async () => (await import("./new-content-dialog.tsx")).NewContentDialog,
  ({ type }) => type !== null,
);
