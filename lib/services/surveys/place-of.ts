import type { readSentContent } from "#store/deliveries";
import type { SurveyPlace } from "#store/survey-responses";

type Sent = NonNullable<Awaited<ReturnType<typeof readSentContent>>>;

/** The message, and the step if a journey sent it. */
export function placeOf({ id: deliveryId, journeyId, enrollmentId, nodeId }: Sent): SurveyPlace {
  if (journeyId === null || enrollmentId === null || nodeId === null) return { deliveryId };
  return { deliveryId, journeyId, enrollmentId, nodeId };
}
