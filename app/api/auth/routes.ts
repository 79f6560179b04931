import type { RouteModule } from "../route-module.ts";
import * as authChangePassword from "./change-password/route.ts";
import * as authPasskeysByIdRemove from "./passkeys/[id]/remove/route.ts";
import * as authPasskeysOptions from "./passkeys/options/route.ts";
import * as authPasskeys from "./passkeys/route.ts";
import * as authPassword from "./password/route.ts";
import * as authSecondFactorBackupCodes from "./second-factor/backup-codes/route.ts";
import * as authSecondFactorPasskeyOptions from "./second-factor/passkey/options/route.ts";
import * as authSecondFactorPasskey from "./second-factor/passkey/route.ts";
import * as authSecondFactor from "./second-factor/route.ts";
import * as authSecondFactorTotpConfirm from "./second-factor/totp/confirm/route.ts";
import * as authSecondFactorTotpRemove from "./second-factor/totp/remove/route.ts";
import * as authSecondFactorTotp from "./second-factor/totp/route.ts";
import * as authSessionsById from "./sessions/[id]/route.ts";
import * as authSessionsEndOthers from "./sessions/end-others/route.ts";
import * as authSessions from "./sessions/route.ts";
import * as authSsoCallback from "./sso/callback/route.ts";
import * as authSsoConnect from "./sso/connect/route.ts";
import * as authSso from "./sso/route.ts";
import * as authToken from "./token/route.ts";
import * as authWelcome from "./welcome/route.ts";

/** About accounts: signing in, sessions, second factors. */
export const authRoutes: Readonly<Record<string, RouteModule>> = {
  "/api/auth/change-password": authChangePassword,
  "/api/auth/password": authPassword,
  "/api/auth/passkeys": authPasskeys,
  "/api/auth/passkeys/[id]/remove": authPasskeysByIdRemove,
  "/api/auth/passkeys/options": authPasskeysOptions,
  "/api/auth/second-factor": authSecondFactor,
  "/api/auth/second-factor/backup-codes": authSecondFactorBackupCodes,
  "/api/auth/second-factor/passkey": authSecondFactorPasskey,
  "/api/auth/second-factor/passkey/options": authSecondFactorPasskeyOptions,
  "/api/auth/second-factor/totp": authSecondFactorTotp,
  "/api/auth/second-factor/totp/confirm": authSecondFactorTotpConfirm,
  "/api/auth/second-factor/totp/remove": authSecondFactorTotpRemove,
  "/api/auth/sessions": authSessions,
  "/api/auth/sessions/[id]": authSessionsById,
  "/api/auth/sessions/end-others": authSessionsEndOthers,
  "/api/auth/sso": authSso,
  "/api/auth/sso/callback": authSsoCallback,
  "/api/auth/sso/connect": authSsoConnect,
  "/api/auth/token": authToken,
  "/api/auth/welcome": authWelcome,
};
