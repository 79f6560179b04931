import type { JsonObject } from "#journey";
import type { EpochMs } from "../signal.ts";

/** From the strongest to the weakest. */
export const OUTCOMES = ["conversion", "click", "dismiss", "impression"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** At most `max` offers in `days` × 24 hours to one person. */
export type Cap = { readonly max: number; readonly days: number };

/** For how many days (× 24 hours) an offer is not shown again after one of the outcomes. */
export type Suppression = { readonly outcomes: readonly Outcome[]; readonly days: number };

/** What is known of an offer's success: how often it was shown, and what came of it. */
export type Learned = { readonly shown: number; readonly clicks: number; readonly conversions: number };

/** An offer as it is configured. Rules, expression and score may read what conditions of a journey may read. */
export type Offer = {
  readonly id: string;
  readonly key: string;
  readonly number: number;
  readonly name: string;
  readonly channel: string | null;
  /** The creative, and its type as long as it exists. */
  readonly contentId: string | null;
  readonly contentType: string | null;
  readonly rules: JsonObject | null;
  readonly expression: string | null;
  readonly startsAt: EpochMs | null;
  readonly endsAt: EpochMs | null;
  readonly priority: number;
  readonly score: string | null;
  readonly caps: readonly Cap[];
  readonly properties: JsonObject;
  readonly learned: Learned | null;
  readonly isArchived: boolean;
};

/** A decision flow as it is configured. */
export type DecisionFlow = {
  readonly id: string;
  readonly key: string;
  readonly number: number;
  readonly name: string;
  /** Null = every offer of the workspace. */
  readonly offerIds: readonly string[] | null;
  /** Only offers of this channel, and offers without a channel. */
  readonly channel: string | null;
  /** Whether the person gets an offer of this flow at all. */
  readonly rules: JsonObject | null;
  readonly expression: string | null;
  /** For offers without a score of their own; may read `offer`. */
  readonly score: string | null;
  /** The outcome from which sampling learns. */
  readonly sampling: "off" | "conversion" | "click";
  readonly caps: readonly Cap[];
  readonly suppress: readonly Suppression[];
  /** Limit of the flow itself; a step may ask for fewer. */
  readonly maxOffers: number | null;
  readonly isArchived: boolean;
};

/** All offers and flows of a workspace, in the order of their numbers; prepared once per object. */
export type Decisions = { readonly offers: readonly Offer[]; readonly flows: readonly DecisionFlow[] };

/** An offer that was picked for the person earlier. */
export type PastOffer = { readonly offerId: string; readonly flowId: string; readonly at: EpochMs };

/** What the person did with an offer. */
export type PastOutcome = { readonly offerId: string; readonly outcome: Outcome; readonly at: EpochMs };

/** What decisions know of the person, the latest rows of each kind. */
export type OfferHistory = { readonly offered: readonly PastOffer[]; readonly outcomes: readonly PastOutcome[] };

/** An offer that a DECIDE node picked in this call. */
export type OfferPick = PastOffer & {
  readonly id: string;
  readonly enrollmentId: string;
  readonly journeyId: string;
  readonly nodeId: string;
  readonly visit: number;
  readonly rank: number;
  readonly score: number;
  readonly explored: boolean;
};

/** A message with an offer that this call queued. */
export type OfferSend = { readonly offerId: string; readonly flowId: string };
