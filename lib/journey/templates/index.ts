import { appointment } from "./appointment.ts";
import { backInStock } from "./back-in-stock.ts";
import { birthday } from "./birthday.ts";
import { cartAbandonment } from "./cart-abandonment.ts";
import { churnSave } from "./churn-save.ts";
import { failedPayment } from "./failed-payment.ts";
import { featureAdoption } from "./feature-adoption.ts";
import { leadNurturing } from "./lead-nurturing.ts";
import { npsAfterPurchase } from "./nps-after-purchase.ts";
import { onboardingNudge } from "./onboarding-nudge.ts";
import { postPurchase } from "./post-purchase.ts";
import { referral } from "./referral.ts";
import { renewal } from "./renewal.ts";
import { subjectTest } from "./subject-test.ts";
import { sunset } from "./sunset.ts";
import type { JourneyTemplate } from "./template.ts";
import { trialEnding } from "./trial-ending.ts";
import { upgradeNudge } from "./upgrade-nudge.ts";
import { webinar } from "./webinar.ts";
import { welcomeSeries } from "./welcome-series.ts";
import { winBack } from "./win-back.ts";

export { templateInput } from "./input.ts";
export type { JourneyTemplate, TemplateCategory, TemplateContent, TemplateEdge, TemplateNode } from "./template.ts";
export { TEMPLATE_CATEGORIES } from "./template.ts";

/** The journey templates, in the order of the gallery. */
export const templates: readonly JourneyTemplate[] = [
  welcomeSeries,
  trialEnding,
  cartAbandonment,
  onboardingNudge,
  featureAdoption,
  winBack,
  failedPayment,
  npsAfterPurchase,
  birthday,
  subjectTest,
  appointment,
  leadNurturing,
  webinar,
  upgradeNudge,
  backInStock,
  referral,
  postPurchase,
  renewal,
  churnSave,
  sunset,
];
