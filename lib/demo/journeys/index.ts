import type { JourneyTemplate } from "#journey/templates";
import { cartRecovery } from "./cart-recovery.ts";
import { teamOnboarding } from "./team-onboarding.ts";
import { trialConversion } from "./trial-conversion.ts";
import { welcomeSeries } from "./welcome-series.ts";
import { winBack } from "./win-back.ts";

/** The demo's journeys, in the order they are listed. */
export const demoJourneys: readonly JourneyTemplate[] = [
  welcomeSeries,
  trialConversion,
  cartRecovery,
  winBack,
  teamOnboarding,
];
