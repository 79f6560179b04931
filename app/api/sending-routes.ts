import * as deliveriesRetry from "./deliveries/retry/route.ts";
import * as journeysByIdMessages from "./journeys/[id]/messages/route.ts";
import * as messages from "./messages/route.ts";
import * as providersByService from "./providers/[service]/route.ts";
import * as providersByServiceTest from "./providers/[service]/test/route.ts";
import * as providers from "./providers/route.ts";

/** The part of `apiRoutes` that is about providers, and about messages in sum. */
export const sendingRoutes = {
  "/api/deliveries/retry": deliveriesRetry,
  "/api/journeys/[id]/messages": journeysByIdMessages,
  "/api/messages": messages,
  "/api/providers": providers,
  "/api/providers/[service]": providersByService,
  "/api/providers/[service]/test": providersByServiceTest,
};
