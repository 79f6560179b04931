import { archive } from "./archive.ts";
import { buildSegment } from "./build-segment.ts";
import { changePeople } from "./change-people.ts";
import { deleteJourney } from "./delete-journey.ts";
import { enroll } from "./enroll.ts";
import { erase } from "./erase.ts";
import { importPeople } from "./import-people.ts";
import { migrate } from "./migrate.ts";
import type { OperationKind } from "./operation.ts";
import { planJourneyDates } from "./plan-dates.ts";
import { recount } from "./recount.ts";
import { release } from "./release.ts";
import { resume } from "./resume.ts";
import { retry } from "./retry.ts";
import { startCampaign } from "./start-campaign.ts";

/** All kinds of operations; the names are the values of the column `operations.kind`. */
export const kinds: Readonly<Record<string, OperationKind>> = {
  enroll,
  resume,
  archive,
  delete_journey: deleteJourney,
  build_segment: buildSegment,
  migrate,
  retry,
  recount,
  erase,
  start_campaign: startCampaign,
  plan_dates: planJourneyDates,
  import_people: importPeople,
  release,
  change_people: changePeople,
};
