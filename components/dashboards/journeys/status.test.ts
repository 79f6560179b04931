import { expect, it } from "vitest";
import { legalActions } from "./status.ts";

const journey = { hasUnpublishedChanges: false, publishedVersion: null };

it("offers delete only for drafts and archived journeys", () => {
  expect(legalActions({ ...journey, status: "DRAFT" })).toContain("delete");
  expect(legalActions({ ...journey, status: "ARCHIVED" })).toContain("delete");
  expect(legalActions({ ...journey, status: "PUBLISHED" })).not.toContain("delete");
  expect(legalActions({ ...journey, status: "PAUSED" })).not.toContain("delete");
});

it("offers publish on a published journey only when there is something to publish", () => {
  expect(legalActions({ ...journey, status: "PUBLISHED" })).toEqual(["pause", "unpublish", "archive"]);
  expect(legalActions({ ...journey, status: "PUBLISHED", hasUnpublishedChanges: true })[0]).toBe("publish");
});

it("restores what is archived", () => {
  expect(legalActions({ ...journey, status: "ARCHIVED" })).toEqual(["restore", "delete"]);
});
