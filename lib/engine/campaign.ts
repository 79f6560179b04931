import type { EpochMs } from "./signal.ts";

/** A campaign as the engine knows it. */
export type CampaignDefinition = {
  readonly id: string;
  readonly key: string;
  readonly number: number;
  readonly name: string;
  readonly contentId: string | null;
};

/** A private campaign that a step made for the person. */
export type NewCampaign = {
  readonly id: string;
  readonly templateId: string;
  readonly name: string;
  readonly contentId: string | null;
  readonly enrollmentId: string;
  readonly at: EpochMs;
};
