// Made from the API's document by `npm run api:types`: change the schemas of the services, not this file.

/** The addresses of the API: what each takes and answers. */
export type paths = {
  "/api/accounts/{externalId}": {
    /** Store the loyalty account of a customer */
    put: {
      parameters: {
        path: {
          externalId: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          tier?: string | null;
          tierExpiresAt?: string | null;
          classification?: "vip" | "new" | "active" | "inactive" | "slipping_away" | "churned" | null;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: LoyaltyAccount;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/alerts": {
    /** List alerts */
    get: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          data: Alert[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/alerts/{id}/dismiss": {
    /** Dismiss an alert */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Alert;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/archive": {
    /** How long the text of sent messages is kept, and the receipts of what was taken out */
    get: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          data: Archive;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/audit": {
    /** Account for every enrollment */
    get: {
      parameters: {
        query?: {
          journeyId?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Audit;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/audit-log": {
    /** List who did what, newest first */
    get: {
      parameters: {
        query?: {
          page?: string | number;
          limit?: string | number;
          cursor?: string | number;
          actor?: string | number;
          action?: string | number;
          subject?: string | number;
          search?: string | number;
          from?: string | number;
          to?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: AuditEntry[];
          meta: PageMeta;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/audit-log/export": {
    /** Export the audit log as lines of JSON, newest first */
    get: {
      parameters: {
        query?: {
          actor?: string | number;
          action?: string | number;
          subject?: string | number;
          search?: string | number;
          from?: string | number;
          to?: string | number;
        };
      };
      responses: {
        200: { content: { "application/x-ndjson": AuditEntry } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/auth/change-password": {
    /** Change the password; all other sessions end */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          currentPassword: string;
          newPassword: string;
          /** They end in any case */
          revokeOtherSessions?: true;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: {
            changed: true;
          };
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/auth/passkeys": {
    /** List the passkeys of the caller's account */
    get: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          data: Passkey[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Add a passkey that the browser made */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          name: string;
          credential: {
            id: string;
            rawId: string;
            type: "public-key";
            authenticatorAttachment?: string | null;
            clientExtensionResults: Record<string, unknown>;
            response: {
              clientDataJSON: string;
              attestationObject: string;
              transports?: string[];
            };
          };
        } } };
      responses: {
        201: { content: { "application/json": {
          data: BackupCodes;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/auth/passkeys/options": {
    /** Get what the browser needs to make a passkey */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          password?: string;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: WebAuthnOptions;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/auth/passkeys/{id}/remove": {
    /** Remove a passkey */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          password?: string;
        } } };
      responses: {
        204: { content?: never };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/auth/password": {
    /** Set the first password */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          password: string;
          email?: string;
          name?: string;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: {
            hasPassword: true;
          };
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/auth/second-factor": {
    /** Get the second factor of the caller's account */
    get: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          data: SecondFactor;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Give the second factor by a code */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          code: string;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: SecondFactor;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/auth/second-factor/backup-codes": {
    /** Make new backup codes in place of those before */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          password?: string;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: BackupCodes;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/auth/second-factor/passkey": {
    /** Give the second factor by a passkey */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          credential: {
            id: string;
            rawId: string;
            type: "public-key";
            authenticatorAttachment?: string | null;
            clientExtensionResults: Record<string, unknown>;
            response: {
              clientDataJSON: string;
              authenticatorData: string;
              signature: string;
              userHandle?: string | null;
            };
          };
        } } };
      responses: {
        200: { content: { "application/json": {
          data: SecondFactor;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/auth/second-factor/passkey/options": {
    /** Get what the browser needs to use a passkey */
    post: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          data: WebAuthnOptions;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/auth/second-factor/totp": {
    /** Start setting up an authenticator app */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          password?: string;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: TotpStart;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/auth/second-factor/totp/confirm": {
    /** Finish setting up an authenticator app by its first code */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          code: string;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: BackupCodes;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/auth/second-factor/totp/remove": {
    /** Remove the authenticator app */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          password?: string;
        } } };
      responses: {
        204: { content?: never };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/auth/sessions": {
    /** List where the caller is signed in */
    get: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          data: Session[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/auth/sessions/end-others": {
    /** Sign out on all other devices */
    post: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          data: {
            /** How many were ended */
            ended: number;
          };
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/auth/sessions/{id}": {
    /** Sign out on one device */
    delete: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        204: { content?: never };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/auth/sign-in/email": {
    /** Sign in with email and password */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          email: string;
          password: string;
        } } };
      responses: {
        200: { content: { "application/json": {
          token: string;
          [name: string]: unknown;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/auth/sign-out": {
    /** Sign out */
    post: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          success: boolean;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/auth/sso": {
    /** Sign in by the identity provider */
    get: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": null } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/auth/sso/callback": {
    /** Come back from the identity provider */
    get: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": null } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/auth/sso/connect": {
    /** Connect the caller's account with the identity provider */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          password?: string;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: {
            address: string;
          };
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/auth/token": {
    /** A token for the API */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          email: string;
          password: string;
          workspaceId?: string;
          /** Of accounts with a second factor */
          code?: string;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: {
            token: string;
            expiresAt: string;
          };
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/auth/welcome": {
    /** Sign in with a one-time link */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          token: string;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: {
            signedIn: true;
          };
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/batch": {
    /** Up to 500 calls at once, 1 MB at most */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          batch: {
            type: "identify" | "track" | "page" | "screen" | "group" | "alias";
            [name: string]: unknown;
          }[];
          context?: Record<string, unknown>;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: {
            accepted: number;
            duplicates: number;
            refused: number;
            results: {
              status: "accepted" | "duplicate" | "refused";
              personId?: string | null;
              errors?: {
                pointer: string;
                field: string | null;
                message: string;
              }[];
            }[];
          };
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/broadcasts": {
    /** List broadcasts, the newest first */
    get: {
      parameters: {
        query?: {
          page?: string | number;
          limit?: string | number;
          search?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Broadcast[];
          meta: PageMeta;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Send one message to many people, once */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          name: string;
          contentId: string | number;
          /** Everyone who is known by an id */
          everyone?: true;
          segmentId?: string | number;
          people?: NamedPerson[];
          /** A pasted or CSV list of people */
          csv?: string;
          /** Listed people who are not known; refuse unless set */
          unknown?: "refuse" | "skip";
          /** One moment for all; now unless set */
          startsAt?: string;
          /** The same time on each person's clock, such as 2026-12-24T09:00 */
          localTime?: string;
          /** At most so many people enter in a minute; with a local time at most so many messages leave */
          perMinute?: number;
        } } };
      responses: {
        201: { content: { "application/json": {
          data: BroadcastDetail;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/broadcasts/preview": {
    /** Whom a broadcast would reach now, and why not the others */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          contentId: string | number;
          /** Everyone who is known by an id */
          everyone?: true;
          segmentId?: string | number;
          people?: NamedPerson[];
          /** A pasted or CSV list of people */
          csv?: string;
          /** Listed people who are not known; refuse unless set */
          unknown?: "refuse" | "skip";
        } } };
      responses: {
        200: { content: { "application/json": {
          data: BroadcastPreview;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/broadcasts/{id}": {
    /** A broadcast, who could be reached before, and its results */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: BroadcastDetail;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/broadcasts/{id}/stop": {
    /** Stop a broadcast; what was sent stays sent */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: BroadcastDetail;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/bundles": {
    /** Take a journey with everything that it needs from another workspace */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          bundle: Bundle;
          /** Report what would be created and changed, and store nothing */
          dryRun?: boolean;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: TakenBundle;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/campaigns": {
    /** List campaigns */
    get: {
      parameters: {
        query?: {
          page?: string | number;
          limit?: string | number;
          kind?: "public" | "private";
          status?: "draft" | "active" | "ended";
          isTemplate?: "true" | "false";
          search?: string | number;
          personId?: string | number;
          templateId?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Campaign[];
          meta: PageMeta;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Create a campaign */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          key?: string;
          name: string;
          contentId?: string | number | null;
          segmentId?: string | number | null;
          startsAt?: string | null;
          endsAt?: string | null;
          status?: "draft" | "active" | "ended";
          kind: "public" | "private";
          isTemplate?: boolean;
          number?: number;
          personId?: string | null;
          /** Of a private campaign: its content is taken from there */
          templateId?: string | number | null;
        } } };
      responses: {
        201: { content: { "application/json": {
          data: Campaign;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/campaigns/{id}": {
    /** Delete a campaign */
    delete: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        204: { content?: never };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Get a campaign */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Campaign;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Change a campaign */
    patch: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          key?: string;
          name?: string;
          contentId?: string | number | null;
          segmentId?: string | number | null;
          startsAt?: string | null;
          endsAt?: string | null;
          status?: "draft" | "active" | "ended";
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Campaign;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/campaigns/{id}/end": {
    /** End a campaign */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Campaign;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/campaigns/{id}/start": {
    /** Start a campaign */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Campaign;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/channels": {
    /** List channels */
    get: {
      parameters: {
        query?: {
          page?: string | number;
          limit?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Channel[];
          meta: PageMeta;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Create a channel */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          key?: string;
          name: string;
          status?: "on" | "off";
          kind: "email" | "sms" | "push" | "inapp";
          number?: number;
        } } };
      responses: {
        201: { content: { "application/json": {
          data: Channel;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/channels/{id}": {
    /** Delete a channel */
    delete: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        204: { content?: never };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Get a channel */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Channel;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Change a channel */
    patch: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          key?: string;
          name?: string;
          status?: "on" | "off";
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Channel;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/consent/export": {
    /** Export suppressions, subscriptions or tracking consent */
    get: {
      parameters: {
        query: {
          kind: "suppressions" | "subscriptions" | "tracking";
          after?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: ConsentExport;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/consent/import": {
    /** Import suppressions, subscriptions or tracking consent */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          kind: "suppressions" | "subscriptions" | "tracking";
          csv: string;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: ConsentImport;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/content": {
    /** List content items */
    get: {
      parameters: {
        query?: {
          page?: string | number;
          limit?: string | number;
          type?: "email" | "sms" | "push" | "webhook" | "flow" | "tooltip" | "modal" | "banner" | "checklist" | "survey" | "snippet" | "layout";
          slug?: string | number;
          search?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Content[];
          meta: PageMeta;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Create a content item */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          slug?: string;
          name: string;
          subject?: string | null;
          html?: string | null;
          text?: string | null;
          body?: Record<string, unknown>;
          mail?: MailDesign | null;
          /** For emails and webhooks: what happens to a message in which a variable without the filter `default` is empty, or a calculation does not result in a number. `send` sends it anyway, `skip` does not send it and the person continues, `fail` is a failed delivery. */
          onEmpty?: "send" | "skip" | "fail";
          /** True for receipts, passwords and the like: it passes what people subscribed to. It holds at once, for queued messages too */
          transactional?: boolean;
          /** What a person subscribes to in order to receive it: a topic by id or key */
          topicId?: string | null;
          number?: number;
          type: "email" | "sms" | "push" | "webhook" | "flow" | "tooltip" | "modal" | "banner" | "checklist" | "survey" | "snippet" | "layout";
        } } };
      responses: {
        201: { content: { "application/json": {
          data: Content;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/content/preview": {
    /** Render an unsaved message for a person */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          type?: "email" | "sms" | "push" | "webhook" | "flow" | "tooltip" | "modal" | "banner" | "checklist" | "survey" | "snippet" | "layout";
          mail?: MailDesign | null;
          language?: string | null;
          subject?: string;
          html?: string;
          text?: string;
          personId?: string | null;
          variables?: Record<string, unknown>;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: ContentPreview;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/content/preview-document": {
    /** Make unsaved content in pages ready for a person */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          type: "flow" | "tooltip" | "modal" | "banner" | "checklist" | "survey";
          body: Record<string, unknown>;
          personId?: string | null;
          languages?: string[];
          variables?: Record<string, unknown>;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: DocumentPreview;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/content/words": {
    /** List the variables, filters and tags that templates may use */
    get: {
      parameters: {
        query?: {
          content?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: TemplateWords;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/content/{id}": {
    /** Delete a content item */
    delete: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        204: { content?: never };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Get a content item */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Content;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Change a content item */
    patch: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          slug?: string;
          name?: string;
          subject?: string | null;
          html?: string | null;
          text?: string | null;
          body?: Record<string, unknown>;
          mail?: MailDesign | null;
          /** For emails and webhooks: what happens to a message in which a variable without the filter `default` is empty, or a calculation does not result in a number. `send` sends it anyway, `skip` does not send it and the person continues, `fail` is a failed delivery. */
          onEmpty?: "send" | "skip" | "fail";
          /** True for receipts, passwords and the like: it passes what people subscribed to. It holds at once, for queued messages too */
          transactional?: boolean;
          /** What a person subscribes to in order to receive it: a topic by id or key */
          topicId?: string | null;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Content;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/content/{id}/draft": {
    /** Discard the draft of a content item */
    delete: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        204: { content?: never };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Get the draft of a content item */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: ContentDraft | null;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Save the draft of a content item */
    put: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          name?: string;
          subject?: string | null;
          html?: string | null;
          text?: string | null;
          body?: Record<string, unknown>;
          mail?: MailDesign | null;
          /** For emails and webhooks: what happens to a message in which a variable without the filter `default` is empty, or a calculation does not result in a number. `send` sends it anyway, `skip` does not send it and the person continues, `fail` is a failed delivery. */
          onEmpty?: "send" | "skip" | "fail";
          /** The edit that this one follows; null: there is no draft yet */
          edit?: number | null;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: ContentDraft;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/content/{id}/duplicate": {
    /** Copy a content item */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          name?: string;
          slug?: string;
        } } };
      responses: {
        201: { content: { "application/json": {
          data: Content;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/content/{id}/preview-links": {
    /** Make a link to a page of a site for looking at a draft or picking an element */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          /** `pick`: to point at the element of the page that is meant; `show`: to see the draft on the page */
          mode: "pick" | "show";
          url: string;
        } } };
      responses: {
        201: { content: { "application/json": {
          data: PreviewLink;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/content/{id}/preview-links/{linkId}": {
    /** Get what happened with a preview link */
    get: {
      parameters: {
        path: {
          id: string | number;
          linkId: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: PreviewLink;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/content/{id}/publish": {
    /** Publish the draft of a content item */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          /** The published revision that was looked at */
          revision: number;
          /** The edit of the draft that was looked at */
          edit: number;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Content;
          warnings: ContentFinding[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/content/{id}/test-sends": {
    /** List the test mails of an email */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: TestSend[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Send an email as a test */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          /** Absent: the address of who is signed in */
          to?: string[];
          /** Whose values it shows; null: the sample person */
          personId?: string | null;
          language?: string | null;
          fromIdentityEmail?: string | null;
        } } };
      responses: {
        202: { content: { "application/json": {
          data: TestSend[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/content/{id}/uses": {
    /** List where a content item is used */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: ContentUse[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/content/{id}/versions": {
    /** List the published versions of a content item */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: ContentVersion[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/content/{id}/versions/{revision}": {
    /** Get a version of a content item */
    get: {
      parameters: {
        path: {
          id: string | number;
          revision: number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: ContentVersionDetail;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/content/{id}/versions/{revision}/restore": {
    /** Put a version of a content item into its draft */
    post: {
      parameters: {
        path: {
          id: string | number;
          revision: number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: ContentDraft;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/data-types": {
    /** Show which events, properties and traits the workspace has seen, and the keys of what it has made */
    get: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          data: DataTypes;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/decision-flows": {
    /** List decision flows */
    get: {
      parameters: {
        query?: {
          page?: string | number;
          limit?: string | number;
          search?: string | number;
          archived?: "true" | "false";
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: DecisionFlow[];
          meta: PageMeta;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Create a decision flow */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          name: string;
          description?: string | null;
          /** Ids, keys or numbers of offers; null: every offer of the workspace */
          offers?: (number | string)[] | null;
          /** Only offers of this channel, and offers without a channel */
          channel?: string | null;
          /** Who gets offers of this flow at all */
          rules?: Record<string, unknown> | null;
          expression?: string | null;
          /** CEL that results in a number, for offers without a score; may read `offer` */
          score?: string | null;
          /** Multiplies the score by a rate that is drawn from what is known of the offer (Thompson sampling) */
          sampling?: "off" | "conversion" | "click";
          /** At most `max` offers in `days` × 24 hours to one person; every cap has to leave room */
          caps?: {
            max: number;
            days: number;
          }[];
          /** For how many days an offer is not picked again after one of the outcomes */
          suppress?: {
            outcomes: ("impression" | "click" | "conversion" | "dismiss")[];
            days: number;
          }[];
          maxOffers?: number | null;
          key?: string;
          number?: number;
        } } };
      responses: {
        201: { content: { "application/json": {
          data: DecisionFlow;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/decision-flows/{id}": {
    /** Delete a decision flow */
    delete: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        204: { content?: never };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Get a decision flow */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: DecisionFlow;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Change a decision flow */
    patch: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          name?: string;
          description?: string | null;
          /** Ids, keys or numbers of offers; null: every offer of the workspace */
          offers?: (number | string)[] | null;
          /** Only offers of this channel, and offers without a channel */
          channel?: string | null;
          /** Who gets offers of this flow at all */
          rules?: Record<string, unknown> | null;
          expression?: string | null;
          /** CEL that results in a number, for offers without a score; may read `offer` */
          score?: string | null;
          /** Multiplies the score by a rate that is drawn from what is known of the offer (Thompson sampling) */
          sampling?: "off" | "conversion" | "click";
          /** At most `max` offers in `days` × 24 hours to one person; every cap has to leave room */
          caps?: {
            max: number;
            days: number;
          }[];
          /** For how many days an offer is not picked again after one of the outcomes */
          suppress?: {
            outcomes: ("impression" | "click" | "conversion" | "dismiss")[];
            days: number;
          }[];
          maxOffers?: number | null;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: DecisionFlow;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/decision-flows/{id}/archive": {
    /** Archive a decision flow */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: DecisionFlow;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/decision-flows/{id}/figures": {
    /** Get what happened with the offers of a decision flow */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: DecisionFlowFigures;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/decision-flows/{id}/restore": {
    /** Restore an archived decision flow */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: DecisionFlow;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/decision-flows/{id}/test": {
    /** Decide for one person without storing it */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          personId?: string;
          userId?: string;
          anonymousId?: string;
          maxOffers?: number;
          /** Another text draws again where chance decides */
          draw?: string;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: DecisionTest;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/deliveries": {
    /** List deliveries, newest first */
    get: {
      parameters: {
        query?: {
          page?: string | number;
          limit?: string | number;
          journeyId?: string | number;
          personId?: string | number;
          enrollmentId?: string | number;
          status?: "queued" | "held" | "sending" | "unknown" | "sent" | "captured" | "pending" | "shown" | "completed" | "dismissed" | "failed" | "cancelled" | "skipped";
          channel?: string | number;
          became?: "delivered" | "opened" | "clicked" | "bounced" | "complained" | "unsubscribed";
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Delivery[];
          meta: PageMeta;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/deliveries/retry": {
    /** Send failed messages again */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          /** Only of this journey; else of all */
          journeyId?: string;
          channel?: "email" | "sms" | "push" | "webhook";
        } } };
      responses: {
        200: { content: { "application/json": {
          data: RetriedDeliveries;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/deliveries/{id}": {
    /** Get a delivery with its rendered message */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: DeliveryDetail;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/deliveries/{id}/retry": {
    /** Retry a failed delivery */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: DeliveryDetail;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/deliveries/{id}/settle": {
    /** Set the outcome of a delivery whose outcome is unknown */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          sent: boolean;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: DeliveryDetail;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/demo": {
    /** Remove the Demo workspace */
    delete: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          data: RemovedDemo;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/demo-shop": {
    /** The demo shop: its site and its journey */
    get: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          data: DemoShop;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Set up the demo shop: its content, and its journey, published */
    post: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          data: DemoShop;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/engine/gap": {
    /** Get the downtime that waits for a decision */
    get: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          data: Downtime | null;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Decide what happens to the steps that became overdue while no engine ran */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          answer: "fire" | "shift" | "drop";
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Downtime | null;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/events": {
    /** List events, newest first */
    get: {
      parameters: {
        query?: {
          page?: string | number;
          limit?: string | number;
          name?: string | number;
          personId?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Event[];
          meta: PageMeta;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/events/names": {
    /** List the event names seen so far */
    get: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          data: EventName[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/events/refused": {
    /** List the messages that were refused or changed on arrival, by reason and field */
    get: {
      parameters: {
        query?: {
          page?: string | number;
          limit?: string | number;
          hours?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: RefusedMessage[];
          meta: PageMeta;
          /** Messages in these hours; received counts all of them, with a delay of up to a minute */
          totals: {
            received: number;
            refused: number;
            changed: number;
          };
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/health": {
    /** Whether the process is alive */
    get: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          data: {
            status: "alive";
          };
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/identify": {
    /** Identify a person */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          userId?: string;
          anonymousId?: string;
          /** ISO 8601, UTC without an offset; or a number since 1970, seconds below 4.2 billion, else milliseconds */
          timestamp?: string | number;
          /** Makes it safe to repeat the call */
          messageId?: string;
          context?: Record<string, unknown>;
          traits?: Record<string, unknown>;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Record<string, unknown>;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/images": {
    /** List pictures for emails */
    get: {
      parameters: {
        query?: {
          page?: string | number;
          limit?: string | number;
          search?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Image[];
          meta: PageMeta;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Upload a picture for emails */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          name: string;
          alt?: string;
          /** The bytes in base64: PNG, JPEG, GIF or WebP */
          content: string;
        } } };
      responses: {
        201: { content: { "application/json": {
          data: Image;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/images/{id}": {
    /** Delete a picture */
    delete: {
      parameters: {
        path: {
          id: string | number;
        };
        query?: {
          anyway?: "true" | "false";
        };
      };
      responses: {
        204: { content?: never };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Change the name or the alt text of a picture */
    patch: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          name?: string;
          alt?: string;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Image;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/imports": {
    /** Import journeys from another product */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          /** The file as text (JSON or YAML), or its JSON itself */
          file: string | Record<string, unknown> | unknown[];
          /** Told by the file unless given; a file of another product is refused */
          product?: "mautic" | "dittofeed" | "posthog" | "klaviyo";
          /** Answers what an import would do, and stores nothing */
          dryRun?: boolean;
          /** The site of new journeys; the workspace's first unless given */
          siteId?: string;
          /** Names for ids that the file does not explain, as `unnamed` lists them */
          names?: Record<string, string>;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: JourneyImport;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys": {
    /** List journeys */
    get: {
      parameters: {
        query?: {
          page?: string | number;
          limit?: string | number;
          status?: "DRAFT" | "PUBLISHED" | "PAUSED" | "ARCHIVED";
          siteId?: string | number;
          search?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Journey[];
          meta: PageMeta;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Create a journey */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          name: string;
          siteId: string;
          description?: string | null;
          audienceId?: string | number | null;
          settings?: Record<string, unknown> | null;
          goalConfig?: {
            type: "event" | "page_visit" | "attribute_match" | "flow_completed";
            config: Record<string, unknown>;
            deadline?: number | null;
            exitOnGoal?: boolean;
            window?: string | number | null;
            valueProperty?: string | null;
            [name: string]: unknown;
          } | null;
          allowAnonymous?: boolean;
          key?: string;
          number?: number;
          nodes?: {
            id?: string | null;
            type: "TRIGGER" | "CONTENT" | "ACTION" | "DECIDE" | "LIVE_DATA" | "WAIT" | "WAIT_FOR_EVENT" | "WAIT_FOR_CONDITION" | "CONDITION" | "SPLIT" | "GOAL_CHECK" | "EXIT";
            name?: string | null;
            config?: Record<string, unknown>;
            position?: {
              x: number;
              y: number;
            };
            contentId?: string | number | null;
            label?: string | null;
            disabled?: boolean | null;
            [name: string]: unknown;
          }[];
          edges?: {
            id?: string | null;
            name?: string | null;
            sourceNodeId: string | number;
            targetNodeId: string | number;
            branch?: string | null;
            label?: string | null;
            weight?: number | null;
            trigger?: {
              type: "event";
              event: string;
              eventFilter?: Record<string, unknown>;
              expression?: string;
              [name: string]: unknown;
            } | {
              type: "timer";
              delay: string | number;
              [name: string]: unknown;
            } | null;
            [name: string]: unknown;
          }[];
          /** Notes and groups; without this list those of before stay */
          annotations?: ({
            id?: string | null;
            kind: "note";
            text?: string;
            position: {
              x: number;
              y: number;
            };
            width?: number;
            height?: number;
          } | {
            id?: string | null;
            kind: "group";
            label?: string;
            nodeIds: string[];
          })[] | null;
        } } };
      responses: {
        201: { content: { "application/json": {
          data: JourneyDetail;
          warnings: Problem[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/import": {
    /** Read a journey from a file */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          /** Recognized unless it is given */
          format?: "native" | "transition-graph" | "ordered-steps" | "state-machine";
          /** The journey as JSON in that format */
          journey: unknown;
          /** In place of the file's name */
          name?: string;
          /** Change the draft of this journey instead of creating one */
          into?: string | number;
          /** The site of a new journey; the first one by default */
          siteId?: string;
          /** The key of a new journey; made of its name by default */
          key?: string;
          /** The expected revision of the draft of `into`: 412 if it has changed, also in a dry run */
          revision?: number;
          /** Says that this is the file in which the journey is kept. Only such a change, with a key, is allowed where the source of truth is `code`; it is refused where that is `console`, also in a dry run */
          file?: {
            path: string;
            url?: string | null;
            /** The source of truth that the file states; as it is unless it is given */
            truth?: "code" | "console" | "both";
          };
          /** Read and check, and store nothing */
          dryRun?: boolean;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: ImportedJourney;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}": {
    /** Archive a journey, or delete it for good */
    delete: {
      parameters: {
        path: {
          id: string | number;
        };
        query?: {
          permanent?: "true" | "false";
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: JourneyDetail;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Get a journey with its draft */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: JourneyDetail;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Change a journey's metadata */
    patch: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          name?: string;
          siteId?: string;
          description?: string | null;
          audienceId?: string | number | null;
          settings?: Record<string, unknown> | null;
          goalConfig?: {
            type: "event" | "page_visit" | "attribute_match" | "flow_completed";
            config: Record<string, unknown>;
            deadline?: number | null;
            exitOnGoal?: boolean;
            window?: string | number | null;
            valueProperty?: string | null;
            [name: string]: unknown;
          } | null;
          allowAnonymous?: boolean;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: JourneyDetail;
          warnings: Problem[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/backtest": {
    /** Backtest the draft on past events */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          days: number;
          people?: number;
          draft?: {
            nodes?: {
              id?: string | null;
              type: "TRIGGER" | "CONTENT" | "ACTION" | "DECIDE" | "LIVE_DATA" | "WAIT" | "WAIT_FOR_EVENT" | "WAIT_FOR_CONDITION" | "CONDITION" | "SPLIT" | "GOAL_CHECK" | "EXIT";
              name?: string | null;
              config?: Record<string, unknown>;
              position?: {
                x: number;
                y: number;
              };
              contentId?: string | number | null;
              label?: string | null;
              disabled?: boolean | null;
              [name: string]: unknown;
            }[];
            edges?: {
              id?: string | null;
              name?: string | null;
              sourceNodeId: string | number;
              targetNodeId: string | number;
              branch?: string | null;
              label?: string | null;
              weight?: number | null;
              trigger?: {
                type: "event";
                event: string;
                eventFilter?: Record<string, unknown>;
                expression?: string;
                [name: string]: unknown;
              } | {
                type: "timer";
                delay: string | number;
                [name: string]: unknown;
              } | null;
              [name: string]: unknown;
            }[];
            /** Notes and groups; without this list those of before stay */
            annotations?: ({
              id?: string | null;
              kind: "note";
              text?: string;
              position: {
                x: number;
                y: number;
              };
              width?: number;
              height?: number;
            } | {
              id?: string | null;
              kind: "group";
              label?: string;
              nodeIds: string[];
            })[] | null;
            settings?: Record<string, unknown>;
            goalConfig?: {
              type: "event" | "page_visit" | "attribute_match" | "flow_completed";
              config: Record<string, unknown>;
              deadline?: number | null;
              exitOnGoal?: boolean;
              window?: string | number | null;
              valueProperty?: string | null;
              [name: string]: unknown;
            } | null;
          };
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Backtest;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/bundle": {
    /** Show a journey with everything that it needs, to be taken to another workspace */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Bundle;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/canvas": {
    /** Save the canvas */
    put: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": CanvasInput } };
      responses: {
        200: { content: { "application/json": {
          data: JourneyDetail;
          warnings: Problem[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/comments": {
    /** List the comments of a journey and its steps */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Comment[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Comment on a journey or a step */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          text: string;
          nodeId?: string | null;
          /** Answers a comment that is no answer itself */
          parentId?: string | null;
          /** User ids of members; each gets a mail */
          mentions?: string[];
        } } };
      responses: {
        201: { content: { "application/json": {
          data: Comment;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/comments/{commentId}": {
    /** Delete a comment with its answers */
    delete: {
      parameters: {
        path: {
          id: string | number;
          commentId: string | number;
        };
      };
      responses: {
        204: { content?: never };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Change, resolve or reopen a comment */
    patch: {
      parameters: {
        path: {
          id: string | number;
          commentId: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          text?: string;
          /** User ids of members; each gets a mail */
          mentions?: string[];
          resolved?: boolean;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Comment;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/enrollments": {
    /** List a journey's enrollments */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
        query?: {
          page?: string | number;
          limit?: string | number;
          cursor?: string | number;
          status?: "ACTIVE" | "COMPLETED" | "STOPPED" | "ARCHIVED" | "FAILED";
          nodeId?: string | number;
          personId?: string | number;
          version?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Enrollment[];
          meta: PageMeta;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Enroll people by hand */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          people?: NamedPerson[];
          csv?: string;
          segmentId?: string | number;
          properties?: Record<string, unknown>;
          /** Unknown people: `refuse` (default) enrolls nobody, `skip` enrolls the others and reports them, `create` creates up to 1,000 people named by userId or anonymousId */
          unknown?: "refuse" | "skip" | "create";
          /** Also for a segment of up to 1,000 people, answer the result for each person */
          each?: boolean;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: {
            /** With `unknown` `skip` or `create`: the people who were skipped */
            unknown?: UnknownPeople;
            /** With `unknown` `create`: how many people were created */
            created?: number;
            enrollments: {
              personId: string;
              enrollmentId: string | null;
              status: "ACTIVE" | "COMPLETED" | "STOPPED" | "ARCHIVED" | "FAILED" | "PENDING" | "NOT_ENROLLED";
              reason: string | null;
            }[];
          } | {
            /** With `unknown` `skip` or `create`: the people who were skipped */
            unknown?: UnknownPeople;
            /** With `unknown` `create`: how many people were created */
            created?: number;
            operation: {
              id: string;
              status: string;
              done: number;
              total: number | null;
            };
          };
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/enrollments/preview": {
    /** Preview enrolling people by hand */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          people?: NamedPerson[];
          csv?: string;
          segmentId?: string | number;
          properties?: Record<string, unknown>;
          /** Unknown people: `refuse` (default) enrolls nobody, `skip` enrolls the others and reports them, `create` creates up to 1,000 people named by userId or anonymousId */
          unknown?: "refuse" | "skip" | "create";
          /** Also for a segment of up to 1,000 people, answer the result for each person */
          each?: boolean;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: EnrollPreview;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/enrollments/retry": {
    /** Retry all failed enrollments */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody?: { content: { "application/json": {
          nodeId?: string;
          skip?: boolean;
        } } };
      responses: {
        202: { content: { "application/json": {
          data: {
            operation: Operation;
          };
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/enrollments/{enrollmentId}": {
    /** Get one enrollment with the reason for every transition */
    get: {
      parameters: {
        path: {
          id: string | number;
          enrollmentId: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: EnrollmentDetail;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/enrollments/{enrollmentId}/archive": {
    /** Hide a finished enrollment from the lists */
    post: {
      parameters: {
        path: {
          id: string | number;
          enrollmentId: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: EnrollmentDetail;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/enrollments/{enrollmentId}/retry": {
    /** Retry a failed enrollment */
    post: {
      parameters: {
        path: {
          id: string | number;
          enrollmentId: string | number;
        };
      };
      requestBody?: { content: { "application/json": {
          skip?: boolean;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: EnrollmentDetail;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/enrollments/{enrollmentId}/stop": {
    /** Stop a running enrollment */
    post: {
      parameters: {
        path: {
          id: string | number;
          enrollmentId: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: EnrollmentDetail;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/explain": {
    /** Explain why a person is, was or is not in a journey */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
        query?: {
          personId?: string | number;
          userId?: string | number;
          enrollmentId?: string | number;
          clock?: "person" | "workspace";
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Explanation;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/export": {
    /** Write a journey in a format */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
        query?: {
          format?: "native" | "transition-graph" | "ordered-steps" | "state-machine";
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: ExportedJourney;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/forecast": {
    /** Forecast the paths of people through the draft */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody?: { content: { "application/json": {
          people?: number;
          days?: number;
          draft?: {
            nodes?: {
              id?: string | null;
              type: "TRIGGER" | "CONTENT" | "ACTION" | "DECIDE" | "LIVE_DATA" | "WAIT" | "WAIT_FOR_EVENT" | "WAIT_FOR_CONDITION" | "CONDITION" | "SPLIT" | "GOAL_CHECK" | "EXIT";
              name?: string | null;
              config?: Record<string, unknown>;
              position?: {
                x: number;
                y: number;
              };
              contentId?: string | number | null;
              label?: string | null;
              disabled?: boolean | null;
              [name: string]: unknown;
            }[];
            edges?: {
              id?: string | null;
              name?: string | null;
              sourceNodeId: string | number;
              targetNodeId: string | number;
              branch?: string | null;
              label?: string | null;
              weight?: number | null;
              trigger?: {
                type: "event";
                event: string;
                eventFilter?: Record<string, unknown>;
                expression?: string;
                [name: string]: unknown;
              } | {
                type: "timer";
                delay: string | number;
                [name: string]: unknown;
              } | null;
              [name: string]: unknown;
            }[];
            /** Notes and groups; without this list those of before stay */
            annotations?: ({
              id?: string | null;
              kind: "note";
              text?: string;
              position: {
                x: number;
                y: number;
              };
              width?: number;
              height?: number;
            } | {
              id?: string | null;
              kind: "group";
              label?: string;
              nodeIds: string[];
            })[] | null;
            settings?: Record<string, unknown>;
            goalConfig?: {
              type: "event" | "page_visit" | "attribute_match" | "flow_completed";
              config: Record<string, unknown>;
              deadline?: number | null;
              exitOnGoal?: boolean;
              window?: string | number | null;
              valueProperty?: string | null;
              [name: string]: unknown;
            } | null;
          };
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Forecast;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/holdout": {
    /** Compare people who are held out with the others */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: JourneyHoldout;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/live": {
    /** Follow a journey as it happens */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
        query?: {
          version?: string | number;
          versionId?: string | number;
        };
      };
      responses: {
        200: { content: { "text/event-stream": string } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/messages": {
    /** The results of the messages of each step */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
        query?: {
          version?: string | number;
          versionId?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: MessageFigures[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/moments": {
    /** Compute when a step continues or enrolls people next */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          type: "WAIT" | "TRIGGER";
          /** The step's config, finished or not */
          config: Record<string, unknown>;
          /** For whom: a wait or a date depends on the person */
          personId?: string;
          count?: number;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Moments;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/near-misses": {
    /** List who met a trigger but did not enter, and why */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
        query?: {
          hours?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: NearMissGroup[];
          meta: {
            since: string;
            total: number;
          };
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/nodes/{nodeId}/release": {
    /** Skip, move or take out people who wait at a step */
    post: {
      parameters: {
        path: {
          id: string | number;
          nodeId: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          /** `skip` takes the step's default exit, `move` goes to `toNodeId`, `exit` leaves the journey */
          action: "skip" | "move" | "exit";
          /** Only for `move` */
          toNodeId?: string;
          /** Only people who have been at the step for at least so many seconds */
          longerThan?: number;
        } } };
      responses: {
        202: { content: { "application/json": {
          data: {
            operation: Operation;
          };
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/nodes/{nodeId}/times": {
    /** Show how long people stay at a step */
    get: {
      parameters: {
        path: {
          id: string | number;
          nodeId: string | number;
        };
        query?: {
          longerThan?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: StepTimes;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/pause": {
    /** Pause a journey */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody?: { content: { "application/json": {
          pauseMode?: "hold" | "drain" | "queue";
        } } };
      responses: {
        200: { content: { "application/json": {
          data: JourneyDetail;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/promote": {
    /** Take a journey with everything that it needs to another workspace of yours */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          /** The workspace that the journey is taken to */
          workspaceId: string;
          /** Report what would be created and changed, and store nothing */
          dryRun?: boolean;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: TakenBundle;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/publish": {
    /** Publish the draft; from PAUSED it resumes */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody?: { content: { "application/json": {
          migration?: Migration;
          /** Also enrolls people who are already in a segment that triggers the journey (SEGMENT_ENTERED) */
          includePresent?: boolean;
          /** The expected revision of the draft, as in `If-Match`: 412 if it has changed */
          revision?: number;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: JourneyDetail;
          warnings: Problem[];
          operation: Operation | null;
          present: Operation[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/publish/preview": {
    /** Preview what publishing does to the people inside */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody?: { content: { "application/json": {
          migration?: Migration;
          /** Also enrolls people who are already in a segment that triggers the journey (SEGMENT_ENTERED) */
          includePresent?: boolean;
          /** The expected revision of the draft, as in `If-Match`: 412 if it has changed */
          revision?: number;
          /** In place of the saved draft; missing parts are taken from it */
          draft?: {
            nodes?: {
              id?: string | null;
              type: "TRIGGER" | "CONTENT" | "ACTION" | "DECIDE" | "LIVE_DATA" | "WAIT" | "WAIT_FOR_EVENT" | "WAIT_FOR_CONDITION" | "CONDITION" | "SPLIT" | "GOAL_CHECK" | "EXIT";
              name?: string | null;
              config?: Record<string, unknown>;
              position?: {
                x: number;
                y: number;
              };
              contentId?: string | number | null;
              label?: string | null;
              disabled?: boolean | null;
              [name: string]: unknown;
            }[];
            edges?: {
              id?: string | null;
              name?: string | null;
              sourceNodeId: string | number;
              targetNodeId: string | number;
              branch?: string | null;
              label?: string | null;
              weight?: number | null;
              trigger?: {
                type: "event";
                event: string;
                eventFilter?: Record<string, unknown>;
                expression?: string;
                [name: string]: unknown;
              } | {
                type: "timer";
                delay: string | number;
                [name: string]: unknown;
              } | null;
              [name: string]: unknown;
            }[];
            /** Notes and groups; without this list those of before stay */
            annotations?: ({
              id?: string | null;
              kind: "note";
              text?: string;
              position: {
                x: number;
                y: number;
              };
              width?: number;
              height?: number;
            } | {
              id?: string | null;
              kind: "group";
              label?: string;
              nodeIds: string[];
            })[] | null;
            settings?: Record<string, unknown>;
            goalConfig?: {
              type: "event" | "page_visit" | "attribute_match" | "flow_completed";
              config: Record<string, unknown>;
              deadline?: number | null;
              exitOnGoal?: boolean;
              window?: string | number | null;
              valueProperty?: string | null;
              [name: string]: unknown;
            } | null;
          };
        } } };
      responses: {
        200: { content: { "application/json": {
          data: PublishPreview;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/recount": {
    /** Recount past conversions by the current goal */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        202: { content: { "application/json": {
          data: {
            operation: Operation;
          };
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/restore": {
    /** Restore an archived journey */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: JourneyDetail;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/resume": {
    /** Resume a paused journey */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody?: { content: { "application/json": {
          onResume?: "fire" | "shift";
          /** People resumed per minute; all at once by default */
          perMinute?: number;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: JourneyDetail;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/resume/preview": {
    /** Preview whom resuming affects */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: ResumePreview;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/revision": {
    /** Ask whether a journey was changed */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: JourneyRevision;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/source": {
    /** Say where a journey may be changed */
    put: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          /** Where the draft may be changed: `code` = only in its file; `console` = only here, so that its file can only be pulled; `both` = in both, merged when the file is applied */
          truth?: "code" | "console" | "both";
          /** null = the journey is kept in no file any more */
          file?: {
            /** The file as the command line named it, from the folder of the repository */
            path: string;
            url: string | null;
          } | null;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: JourneyDetail;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/splits": {
    /** Compare the paths of a journey's splits */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Split[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/splits/{nodeId}/promote": {
    /** Discard a split's promotion */
    delete: {
      parameters: {
        path: {
          id: string | number;
          nodeId: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Split;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Promote a split's winner */
    post: {
      parameters: {
        path: {
          id: string | number;
          nodeId: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          edgeId: string;
          /** Give the holdout's share to the winner too; by default it continues as the control group */
          endHoldout?: boolean;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Split;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/stats": {
    /** Counts of a journey, its nodes and its edges */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
        query?: {
          version?: string | number;
          versionId?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: JourneyStats;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/test": {
    /** Run one person through the draft, skipping waits */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody?: { content: { "application/json": {
          personId?: string;
          person?: {
            externalId?: string | null;
            traits?: Record<string, unknown>;
            tags?: string[];
            stage?: string | null;
            segments?: (string | number)[];
          };
          trigger?: {
            eventName: string;
            properties?: Record<string, unknown>;
          };
          events?: {
            after: string | number | Record<string, unknown>;
            eventName: string;
            properties?: Record<string, unknown>;
          }[];
          /** How in-page content and webhooks end; by default completed and answered */
          outcomes?: {
            inPage?: "completed" | "dismissed" | "timeout";
            webhook?: "sent" | "failed";
          };
          draft?: {
            nodes?: {
              id?: string | null;
              type: "TRIGGER" | "CONTENT" | "ACTION" | "DECIDE" | "LIVE_DATA" | "WAIT" | "WAIT_FOR_EVENT" | "WAIT_FOR_CONDITION" | "CONDITION" | "SPLIT" | "GOAL_CHECK" | "EXIT";
              name?: string | null;
              config?: Record<string, unknown>;
              position?: {
                x: number;
                y: number;
              };
              contentId?: string | number | null;
              label?: string | null;
              disabled?: boolean | null;
              [name: string]: unknown;
            }[];
            edges?: {
              id?: string | null;
              name?: string | null;
              sourceNodeId: string | number;
              targetNodeId: string | number;
              branch?: string | null;
              label?: string | null;
              weight?: number | null;
              trigger?: {
                type: "event";
                event: string;
                eventFilter?: Record<string, unknown>;
                expression?: string;
                [name: string]: unknown;
              } | {
                type: "timer";
                delay: string | number;
                [name: string]: unknown;
              } | null;
              [name: string]: unknown;
            }[];
            /** Notes and groups; without this list those of before stay */
            annotations?: ({
              id?: string | null;
              kind: "note";
              text?: string;
              position: {
                x: number;
                y: number;
              };
              width?: number;
              height?: number;
            } | {
              id?: string | null;
              kind: "group";
              label?: string;
              nodeIds: string[];
            })[] | null;
            settings?: Record<string, unknown>;
            goalConfig?: {
              type: "event" | "page_visit" | "attribute_match" | "flow_completed";
              config: Record<string, unknown>;
              deadline?: number | null;
              exitOnGoal?: boolean;
              window?: string | number | null;
              valueProperty?: string | null;
              [name: string]: unknown;
            } | null;
          };
        } } };
      responses: {
        200: { content: { "application/json": {
          data: TestRun;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/tests": {
    /** List who tested a journey */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: TestRunNote[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/timeseries": {
    /** Get counts by day, week or month */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
        query?: {
          days?: string | number;
          from?: string | number;
          to?: string | number;
          granularity?: "day" | "week" | "month";
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: JourneyDay[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/unpublish": {
    /** Unpublish a journey */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: JourneyDetail;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/validate": {
    /** Validate a draft without saving it */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody?: { content: { "application/json": {
          nodes?: {
            id?: string | null;
            type: "TRIGGER" | "CONTENT" | "ACTION" | "DECIDE" | "LIVE_DATA" | "WAIT" | "WAIT_FOR_EVENT" | "WAIT_FOR_CONDITION" | "CONDITION" | "SPLIT" | "GOAL_CHECK" | "EXIT";
            name?: string | null;
            config?: Record<string, unknown>;
            position?: {
              x: number;
              y: number;
            };
            contentId?: string | number | null;
            label?: string | null;
            disabled?: boolean | null;
            [name: string]: unknown;
          }[];
          edges?: {
            id?: string | null;
            name?: string | null;
            sourceNodeId: string | number;
            targetNodeId: string | number;
            branch?: string | null;
            label?: string | null;
            weight?: number | null;
            trigger?: {
              type: "event";
              event: string;
              eventFilter?: Record<string, unknown>;
              expression?: string;
              [name: string]: unknown;
            } | {
              type: "timer";
              delay: string | number;
              [name: string]: unknown;
            } | null;
            [name: string]: unknown;
          }[];
          /** Notes and groups; without this list those of before stay */
          annotations?: ({
            id?: string | null;
            kind: "note";
            text?: string;
            position: {
              x: number;
              y: number;
            };
            width?: number;
            height?: number;
          } | {
            id?: string | null;
            kind: "group";
            label?: string;
            nodeIds: string[];
          })[] | null;
          settings?: Record<string, unknown>;
          goalConfig?: {
            type: "event" | "page_visit" | "attribute_match" | "flow_completed";
            config: Record<string, unknown>;
            deadline?: number | null;
            exitOnGoal?: boolean;
            window?: string | number | null;
            valueProperty?: string | null;
            [name: string]: unknown;
          } | null;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: {
            problems: Problem[];
            canPublish: boolean;
          };
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/versions": {
    /** List published versions */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: JourneyVersion[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/versions/compare": {
    /** Compare two versions, or one with the draft */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
        query: {
          from: string | "draft";
          to?: string | "draft";
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: VersionDifference;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/versions/{versionId}": {
    /** Get one version with the canvas it froze */
    get: {
      parameters: {
        path: {
          id: string | number;
          versionId: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: JourneyVersionDetail;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Name a version, or note why it was made */
    patch: {
      parameters: {
        path: {
          id: string | number;
          versionId: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          name?: string | null;
          note?: string | null;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: JourneyVersionDetail;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/versions/{versionId}/rollback": {
    /** Publish an old version again */
    post: {
      parameters: {
        path: {
          id: string | number;
          versionId: string | number;
        };
      };
      requestBody?: { content: { "application/json": {
          migration?: Migration;
          /** Also enrolls people who are already in a segment that triggers the journey (SEGMENT_ENTERED) */
          includePresent?: boolean;
          /** The expected revision of the draft, as in `If-Match`: 412 if it has changed */
          revision?: number;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: JourneyDetail;
          warnings: Problem[];
          operation: Operation | null;
          present: Operation[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/journeys/{id}/versions/{versionId}/rollback/preview": {
    /** Preview what going back to a version does to the people inside */
    post: {
      parameters: {
        path: {
          id: string | number;
          versionId: string | number;
        };
      };
      requestBody?: { content: { "application/json": {
          migration?: Migration;
          /** Also enrolls people who are already in a segment that triggers the journey (SEGMENT_ENTERED) */
          includePresent?: boolean;
          /** The expected revision of the draft, as in `If-Match`: 412 if it has changed */
          revision?: number;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: PublishPreview;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/keys": {
    /** List API keys */
    get: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          data: ApiKey[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Create an API key; shown in full only here */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          name: string;
          kind?: "secret" | "publishable";
          siteId?: string | null;
          scopes?: KeyScope[] | null;
          /** It acts for the caller, with at most their role */
          isPersonal?: boolean;
          expiresAt?: string | null;
        } } };
      responses: {
        201: { content: { "application/json": {
          data: NewApiKey;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/keys/{id}": {
    /** Revoke an API key */
    delete: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        204: { content?: never };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/mcp": {
    /** Tools for agents (Model Context Protocol) */
    post: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          jsonrpc: "2.0";
          [name: string]: unknown;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/me": {
    /** Get the caller and the workspace */
    get: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          data: Me;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/me/dismissed": {
    /** Hide something for good */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          name: "first_steps";
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Me;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/me/workspace": {
    /** Switch the workspace */
    put: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          workspaceId: string;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Me;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/members": {
    /** List members */
    get: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          data: Member[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Add a member */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          email: string;
          name?: string;
          role: "viewer" | "editor" | "owner";
        } } };
      responses: {
        201: { content: { "application/json": {
          data: InvitedMember;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/members/{id}": {
    /** Remove a member */
    delete: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        204: { content?: never };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Give a member another role */
    patch: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          role: "viewer" | "editor" | "owner";
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Member;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/messages": {
    /** Send one transactional message */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          to: PersonReference;
          /** An email, SMS or push message by id, key or number; it has to be marked as transactional */
          content: number | string;
          /** Variables of the template, for this message alone */
          variables?: Record<string, unknown>;
        } } };
      responses: {
        201: { content: { "application/json": {
          data: DeliveryDetail;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/notices": {
    /** List the alerts and reports that were sent */
    get: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          data: Notice[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/offers": {
    /** List offers */
    get: {
      parameters: {
        query?: {
          page?: string | number;
          limit?: string | number;
          search?: string | number;
          archived?: "true" | "false";
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Offer[];
          meta: PageMeta;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Create an offer */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          name: string;
          description?: string | null;
          channel?: string | null;
          /** The creative: a content item by id, slug or number */
          contentId?: number | string | null;
          /** Who is eligible; with `expression`, both have to hold */
          rules?: Record<string, unknown> | null;
          expression?: string | null;
          startsAt?: string | null;
          endsAt?: string | null;
          priority?: number;
          /** CEL that results in a number */
          score?: string | null;
          /** At most `max` offers in `days` × 24 hours to one person; every cap has to leave room */
          caps?: {
            max: number;
            days: number;
          }[];
          properties?: Record<string, unknown>;
          key?: string;
          number?: number;
        } } };
      responses: {
        201: { content: { "application/json": {
          data: Offer;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/offers/{id}": {
    /** Delete an offer */
    delete: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        204: { content?: never };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Get an offer */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Offer;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Change an offer */
    patch: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          name?: string;
          description?: string | null;
          channel?: string | null;
          /** The creative: a content item by id, slug or number */
          contentId?: number | string | null;
          /** Who is eligible; with `expression`, both have to hold */
          rules?: Record<string, unknown> | null;
          expression?: string | null;
          startsAt?: string | null;
          endsAt?: string | null;
          priority?: number;
          /** CEL that results in a number */
          score?: string | null;
          /** At most `max` offers in `days` × 24 hours to one person; every cap has to leave room */
          caps?: {
            max: number;
            days: number;
          }[];
          properties?: Record<string, unknown>;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Offer;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/offers/{id}/archive": {
    /** Archive an offer */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Offer;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/offers/{id}/restore": {
    /** Restore an archived offer */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Offer;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/operations": {
    /** List operations, newest first */
    get: {
      parameters: {
        query?: {
          page?: string | number;
          limit?: string | number;
          journeyId?: string | number;
          status?: "waiting" | "running" | "done" | "cancelled" | "failed";
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Operation[];
          meta: PageMeta;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/operations/{id}": {
    /** Get an operation and its progress */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Operation;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/operations/{id}/cancel": {
    /** Cancel an operation */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Operation;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/orders/{orderId}": {
    /** Store an order of a customer */
    put: {
      parameters: {
        path: {
          orderId: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          externalId: string;
          status: string;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Order;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/outcomes": {
    /** Record what a person did with an offer or a message */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          personId?: string;
          userId?: string;
          anonymousId?: string;
          outcome: "impression" | "click" | "conversion" | "dismiss";
          /** The offer by id, key or number */
          offer?: number | string;
          enrollmentId?: string;
          /** The message that showed it */
          deliveryId?: string;
          /** The same id is counted once within two days, also if it is sent again after a failure */
          messageId?: string;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: RecordedOutcome;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/overview": {
    /** Compare all journeys */
    get: {
      parameters: {
        query?: {
          page?: string | number;
          limit?: string | number;
          sort?: "name" | "enrolled" | "active" | "completed" | "failed" | "goalRate" | "sent" | "openRate" | "clickRate";
          order?: "asc" | "desc";
          archived?: "true" | "false";
        };
      };
      responses: {
        200: { content: { "application/json": Overview } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/people": {
    /** List people */
    get: {
      parameters: {
        query?: {
          page?: string | number;
          limit?: string | number;
          cursor?: string | number;
          externalId?: string | number;
          anonymousId?: string | number;
          search?: string | number;
          segmentId?: string | number;
          tag?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Person[];
          meta: PageMeta;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Create a person */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          externalId?: string;
          /** The same as `externalId` */
          userId?: string;
          anonymousId?: string;
          traits?: Record<string, unknown>;
          tags?: string[];
          stage?: string | null;
        } } };
      responses: {
        201: { content: { "application/json": {
          data: Person;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/people-imports": {
    /** List the imported lists of people */
    get: {
      parameters: {
        query?: {
          page?: string | number;
          limit?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: PeopleImport[];
          meta: PageMeta;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Import people from a list */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          csv: string;
          /** Name of the file, to find it again */
          name?: string;
          /** By the name in the first line; columns that are not named are recognized or become traits */
          columns?: Record<string, ColumnTarget>;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: PeopleImport;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/people-imports/preview": {
    /** Say what an import of a list would do */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          csv: string;
          /** Name of the file, to find it again */
          name?: string;
          /** By the name in the first line; columns that are not named are recognized or become traits */
          columns?: Record<string, ColumnTarget>;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: PeopleImportPreview;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/people-imports/{id}": {
    /** Read an imported list */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: PeopleImport;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/people-imports/{id}/refused": {
    /** List the refused rows of an imported list */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
        query?: {
          page?: string | number;
          limit?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: RefusedRow[];
          meta: PageMeta;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/people/changes": {
    /** Change many people at once */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          personIds?: string[];
          /** As in the list of people */
          filter?: {
            search?: string;
            segmentId?: string;
            tag?: string;
          };
          change: PeopleChange;
        } } };
      responses: {
        202: { content: { "application/json": {
          data: {
            operation: Operation;
          };
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/people/{id}": {
    /** Erase a person from every table */
    delete: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        202: { content: { "application/json": {
          data: {
            operation: Operation;
          };
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Get a person */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Person;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Change a person */
    patch: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          traits?: Record<string, unknown>;
          addTags?: string[];
          removeTags?: string[];
          stage?: string | null;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Person;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/people/{id}/approve": {
    /** Report that a person was approved from the waitlist */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody?: { content: { "application/json": {
          properties?: Record<string, unknown>;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: ReportedUserEvent;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/people/{id}/consent": {
    /** Get what a person wants to receive */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: PersonConsent;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Change what a person wants to receive */
    patch: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          subscriptions?: {
            /** A topic by id or key; null or absent: all topics */
            topic?: string | null;
            /** Null or absent: all channels */
            channel?: "email" | "sms" | "push" | null;
            /** Null takes the answer back */
            state: "subscribed" | "unsubscribed" | null;
          }[];
          tracking?: {
            opens?: boolean | null;
            clicks?: boolean | null;
          };
          frequency?: "daily" | "weekly" | "monthly" | null;
          snoozedUntil?: string | null;
          /** Kept in the history */
          reason?: string;
          /** The person's consent is proven elsewhere; without it a topic with double opt-in mails a confirmation */
          confirmed?: boolean;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: PersonConsent;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/people/{id}/deliveries": {
    /** List a person's deliveries */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
        query?: {
          page?: string | number;
          limit?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Delivery[];
          meta: PageMeta;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/people/{id}/devices": {
    /** Forget a device */
    delete: {
      parameters: {
        path: {
          id: string | number;
        };
        query: {
          token: string | number;
        };
      };
      responses: {
        204: { content?: never };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** List the devices of a person */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Device[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Register a device for push messages */
    put: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          token: string;
          platform: "ios" | "android" | "web";
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Device;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/people/{id}/enrollments": {
    /** List a person's enrollments in all journeys */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
        query?: {
          page?: string | number;
          limit?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Enrollment[];
          meta: PageMeta;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/people/{id}/events": {
    /** List a person's events */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
        query?: {
          page?: string | number;
          limit?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Event[];
          meta: PageMeta;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Report an event as a person, to try what it sets off */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          name: string;
          properties?: Record<string, unknown>;
        } } };
      responses: {
        201: { content: { "application/json": {
          data: ReportedUserEvent;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/people/{id}/export": {
    /** Export everything that is stored about a person as lines of JSON */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/x-ndjson": PersonExportLine } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/people/{id}/login": {
    /** Report that a person logged in */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody?: { content: { "application/json": {
          properties?: Record<string, unknown>;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: ReportedUserEvent;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/people/{id}/signout": {
    /** Report that a person signed out */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody?: { content: { "application/json": {
          properties?: Record<string, unknown>;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: ReportedUserEvent;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/people/{id}/waitlist": {
    /** Report that a person was put on the waitlist */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody?: { content: { "application/json": {
          properties?: Record<string, unknown>;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: ReportedUserEvent;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/plans": {
    /** List plans to publish */
    get: {
      parameters: {
        query?: {
          page?: string | number;
          limit?: string | number;
          status?: "pending" | "approved" | "rejected" | "void";
          journeyId?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Plan[];
          meta: PageMeta;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Hand in a plan to publish a draft */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": PlanInput } };
      responses: {
        201: { content: { "application/json": {
          data: Plan;
          warnings: Problem[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/plans/{id}": {
    /** Get a plan */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Plan;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/plans/{id}/approve": {
    /** Approve a plan, which publishes it */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody?: { content: { "application/json": {
          note?: string | null;
        } } };
      responses: {
        200: { content: { "application/json": {
          warnings: Problem[];
          operation: Operation | null;
          present: Operation[];
          data: Plan;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/plans/{id}/reject": {
    /** Reject a plan */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody?: { content: { "application/json": {
          note?: string | null;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Plan;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/property-catalog": {
    /** Show what rules can be about: events with their properties, traits, tags, stages and segments */
    get: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          data: PropertyCatalog;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/providers": {
    /** List the providers for sending and for reports */
    get: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          data: Provider[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/providers/{service}": {
    /** Remove the set-up of a provider */
    delete: {
      parameters: {
        path: {
          service: "sms" | "web_push" | "fcm" | "apns" | "ses" | "sendgrid" | "postmark" | "mailgun" | "resend" | "sparkpost" | "smtp" | "endpoints";
        };
      };
      responses: {
        204: { content?: never };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Set a provider up */
    put: {
      parameters: {
        path: {
          service: "sms" | "web_push" | "fcm" | "apns" | "ses" | "sendgrid" | "postmark" | "mailgun" | "resend" | "sparkpost" | "smtp" | "endpoints";
        };
      };
      requestBody: { content: { "application/json": {
          settings: Record<string, unknown>;
          /** Left out: those that are kept stay */
          secrets?: Record<string, unknown>;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Provider;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/providers/{service}/test": {
    /** Send a test message over a provider */
    post: {
      parameters: {
        path: {
          service: "sms" | "web_push" | "fcm" | "apns" | "ses" | "sendgrid" | "postmark" | "mailgun" | "resend" | "sparkpost" | "smtp" | "endpoints";
        };
      };
      requestBody: { content: { "application/json": {
          /** A phone number for SMS, a person for push */
          to: string;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: TestedProvider;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/reach": {
    /** Count the people a message could reach, and why not the others */
    get: {
      parameters: {
        query?: {
          segment?: string | number;
          channel?: "email" | "sms" | "push";
          topic?: string | number;
          content?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: ReachCount;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/ready": {
    /** Whether the database answers and is migrated */
    get: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          data: {
            status: "ready";
            figures?: {
              answers: "standby" | "primary";
              lagMs: number | null;
              reason: "in step" | "behind" | "away" | "no standby";
            };
          };
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/retention": {
    /** How long what is kept, and the receipts of what was deleted for it */
    get: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          data: Retention;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/rules/preview": {
    /** Count who meets rules now, among all people or a sample of 10,000, with ten people of each side */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          rules?: __schema0 | null;
          expression?: string | null;
          /** Properties of the event that must be equal */
          filter?: Record<string, unknown> | null;
          /** Looks at the latest events of this name instead of at people, as a trigger or a wait does */
          event?: string | null;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: RulesPreview;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/saved-views": {
    /** List saved views */
    get: {
      parameters: {
        query?: {
          path?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: SavedView[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Save ranges and filters of a page under a name */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          name: string;
          path: string;
          /** The page's query without the question mark */
          query: string;
          isShared?: boolean;
        } } };
      responses: {
        201: { content: { "application/json": {
          data: SavedView;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/saved-views/{id}": {
    /** Delete a saved view */
    delete: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        204: { content?: never };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/segments": {
    /** List segments */
    get: {
      parameters: {
        query?: {
          page?: string | number;
          limit?: string | number;
          search?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Segment[];
          meta: PageMeta;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Create a segment */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          name: string;
          key?: string;
          description?: string | null;
          rules?: Record<string, unknown> | null;
          number?: number;
          kind?: "static" | "rules";
        } } };
      responses: {
        201: { content: { "application/json": {
          data: Segment;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/segments/{id}": {
    /** Delete a segment */
    delete: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        204: { content?: never };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Get a segment */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Segment;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Change a segment */
    patch: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          name?: string;
          key?: string;
          description?: string | null;
          rules?: Record<string, unknown> | null;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Segment;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/segments/{id}/members": {
    /** Take people out of a static segment */
    delete: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          people?: PersonReference[];
          personIds?: string[];
        } } };
      responses: {
        200: { content: { "application/json": {
          data: {
            changed: number;
          };
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** List the people in a segment */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
        query?: {
          page?: string | number;
          limit?: string | number;
          cursor?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Person[];
          meta: PageMeta;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Put people into a static segment */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          people?: PersonReference[];
          personIds?: string[];
        } } };
      responses: {
        200: { content: { "application/json": {
          data: {
            changed: number;
          };
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/segments/{id}/uses": {
    /** List where a segment is used */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: SegmentUse[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/sender-identities": {
    /** List sender identities */
    get: {
      parameters: {
        query?: {
          page?: string | number;
          limit?: string | number;
          status?: "unverified" | "verified";
          email?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: SenderIdentity[];
          meta: PageMeta;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Add a sender identity */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          email: string;
          name?: string | null;
          key?: string;
          number?: number;
        } } };
      responses: {
        201: { content: { "application/json": {
          data: SenderIdentity;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/sender-identities/verify": {
    /** Verify a sender address with a mailed link */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          token: string;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: {
            email: string;
            workspace: string;
          };
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/sender-identities/{id}": {
    /** Remove a sender identity */
    delete: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        204: { content?: never };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Get a sender identity */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: SenderIdentity;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Rename a sender identity */
    patch: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          name?: string | null;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: SenderIdentity;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/sender-identities/{id}/default": {
    /** Make it the default of the workspace */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: SenderIdentity;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/sender-identities/{id}/verify/declaration": {
    /** Verify the address on your word */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: SenderIdentity;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/sender-identities/{id}/verify/dns": {
    /** Verify the address by a DNS record */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: SenderIdentity;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/sender-identities/{id}/verify/link": {
    /** Mail a link that verifies the address */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: SenderIdentity;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/sending-policies": {
    /** Get the sending policies */
    get: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          data: SendingPolicies;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Replace the sending policies */
    put: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          quietHours: {
            /** Wall clock time of the person, `HH:MM` */
            from: string;
            /** Wall clock time of the person, `HH:MM` */
            to: string;
            channels: ("email" | "sms" | "push")[];
          } | null;
          sendWindows: {
            channel: "email" | "sms" | "push";
            /** 1 is Monday, 7 is Sunday: the day on which the window opens */
            days: number[];
            /** Wall clock time of the person, `HH:MM` */
            from: string;
            /** Wall clock time of the person, `HH:MM` */
            to: string;
          }[];
          /** For people without a time zone; null: that of the workspace */
          fallbackZone: string | null;
          caps: {
            /** `any`: all of them together; `inapp`: content shown in pages */
            channel: "email" | "sms" | "push" | "inapp" | "any";
            /** Only messages of this topic; null: all */
            topicId: string | null;
            limit: number;
            period: {
              kind: "rolling";
              hours: number;
            } | {
              kind: "calendar";
              unit: "day" | "week" | "month";
            };
            /** `hold`: until there is room, or the message expires */
            whenFull: "hold" | "skip";
          }[];
          rateLimits: {
            channel: "email" | "sms" | "push" | "webhook";
            /** One service of push messages; null: all */
            provider: "web_push" | "fcm" | "apns" | null;
            messages: number;
            perSeconds: number;
          }[];
          /** The share of people who get no marketing at all, so that its effect can be measured */
          holdout: {
            percent: number;
          } | null;
          /** The revision that was changed: 409 if it is not the latest; without it the latest is replaced */
          revision?: number;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: SendingPolicies;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/sending-policies/conflicts": {
    /** List journeys that reach the same people */
    get: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          data: JourneyConflicts;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/sending-policies/occurrences": {
    /** List the next starts of scheduled journeys */
    get: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          data: Occurrence[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/signals/rejected": {
    /** List signals that could not be processed and are kept */
    get: {
      parameters: {
        query?: {
          page?: string | number;
          limit?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: RejectedSignal[];
          meta: PageMeta;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/signals/rejected/discard": {
    /** Discard kept signals permanently */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          ids: string[];
        } } };
      responses: {
        200: { content: { "application/json": {
          data: {
            discarded: number;
            /** How many are still kept; 1001 stands for more than 1,000 */
            left: number;
          };
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/signals/rejected/replay": {
    /** Process kept signals again */
    post: {
      parameters: Record<string, never>;
      requestBody?: { content: { "application/json": {
          ids?: string[];
        } } };
      responses: {
        200: { content: { "application/json": {
          data: ReplayedSignals;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/sites": {
    /** List sites */
    get: {
      parameters: {
        query?: {
          page?: string | number;
          limit?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Site[];
          meta: PageMeta;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Create a site */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          name: string;
          origins?: string[];
        } } };
      responses: {
        201: { content: { "application/json": {
          data: Site;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/sites/{id}": {
    /** Get a site */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Site;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Change a site */
    patch: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          name?: string;
          origins?: string[];
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Site;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/sites/{id}/proof-secret": {
    /** End the former secret for proving user ids */
    delete: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Site;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Make a new secret for proving user ids; shown only here */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        201: { content: { "application/json": {
          data: NewProofSecret;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/sites/{id}/user-proof": {
    /** Say whether pages of a site have to prove user ids */
    put: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          mode: "off" | "warn" | "required";
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Site;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/suppressions": {
    /** List suppressed addresses */
    get: {
      parameters: {
        query?: {
          limit?: string | number;
          before?: string | number;
          channel?: "email" | "sms" | "push";
          reason?: "hard_bounce" | "complaint" | "soft_bounces" | "manual" | "stop_word" | "provider";
          search?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Suppression[];
          nextBefore: string | null;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Suppress an address */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          channel: "email" | "sms" | "push";
          address: string;
          reason?: "hard_bounce" | "complaint" | "soft_bounces" | "manual" | "stop_word" | "provider";
          detail?: string;
          /** When it ends by itself */
          until?: string;
        } } };
      responses: {
        201: { content: { "application/json": {
          data: Suppression;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/suppressions/lift": {
    /** Lift the suppression of an address */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          channel: "email" | "sms" | "push";
          address: string;
          /** Why messages may be sent there again */
          reason: string;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Suppression;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/surveys/{id}/export": {
    /** Export the answers to a survey */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
        query?: {
          from?: string | number;
          to?: string | number;
          revision?: string | number;
          question?: string | number;
          search?: string | number;
          after?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: {
            csv: string;
            /** Where the following part begins; null: this is the last */
            next: string | null;
          };
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/surveys/{id}/link": {
    /** Read the address of a survey for everyone */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: {
            /** For everyone who has it; answers by it belong to no person */
            url: string;
          };
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/surveys/{id}/responses": {
    /** List what people answered to a survey */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
        query?: {
          from?: string | number;
          to?: string | number;
          revision?: string | number;
          question?: string | number;
          search?: string | number;
          after?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: {
            responses: SurveyResponse[];
            /** Where the following page begins; null: this is the last */
            next: string | null;
          };
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/surveys/{id}/results": {
    /** Read the results of a survey */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
        query?: {
          from?: string | number;
          to?: string | number;
          revision?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: SurveyResults;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/topics": {
    /** List topics */
    get: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          data: Topic[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Create a topic */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          name: string;
          /** Shown on the preference page */
          description?: string | null;
          /** Whether people who never answered receive it; true unless given */
          defaultOn?: boolean;
          /** A subscription counts once it is confirmed by a mail */
          doubleOptIn?: boolean;
          /** The email that asks for it, with {{ confirmUrl }}; a plain one is sent without */
          confirmationContentId?: string | null;
          position?: number;
          key?: string;
        } } };
      responses: {
        201: { content: { "application/json": {
          data: Topic;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/topics/{id}": {
    /** Get a topic */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: Topic;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Change a topic */
    patch: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          name?: string;
          /** Shown on the preference page */
          description?: string | null;
          /** Whether people who never answered receive it; true unless given */
          defaultOn?: boolean;
          /** A subscription counts once it is confirmed by a mail */
          doubleOptIn?: boolean;
          /** The email that asks for it, with {{ confirmUrl }}; a plain one is sent without */
          confirmationContentId?: string | null;
          position?: number;
          archived?: boolean;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Topic;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/track": {
    /** Track an event of a person */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          userId?: string;
          anonymousId?: string;
          /** ISO 8601, UTC without an offset; or a number since 1970, seconds below 4.2 billion, else milliseconds */
          timestamp?: string | number;
          /** Makes it safe to repeat the call */
          messageId?: string;
          context?: Record<string, unknown>;
          event: string;
          properties?: Record<string, unknown>;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Record<string, unknown>;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/v1/journeys": {
    /** List journeys */
    get: {
      parameters: {
        query?: {
          page?: string | number;
          limit?: string | number;
          status?: "draft" | "active" | "paused" | "archived";
          search?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          data: V1Journey[];
          meta: PageMeta;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Create a journey of steps */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          name: string;
          description?: string | null;
          maxDuration?: number | null;
          entryConditions?: {
            segments?: (string | number)[];
            event?: string;
            minDaysSinceLastJourney?: number | {
              days: number;
              scope?: "workspace" | "journey";
              calendarDays?: boolean;
            };
            filter?: Record<string, unknown>;
            rules?: __schema0;
            expression?: string;
          } | null;
          steps?: ({
            id: string;
            type: "wait";
            config: {
              duration: number;
              unit: "minutes" | "hours" | "days";
            };
            next?: string | null;
          } | {
            id: string;
            type: "decide";
            config: {
              decisionFlowId: string | number;
              maxOffers?: number;
              storeResultAs?: string;
            };
            next?: string | null;
          } | {
            id: string;
            type: "branch";
            config: {
              conditions: {
                label: string;
                expression?: string;
                rules?: __schema0;
                targetStepId: string | null;
              }[];
              defaultTargetStepId?: string | null;
            };
            next?: string | null;
          } | {
            id: string;
            type: "send";
            config: {
              channelId: string | number;
              creativeId?: string | number;
              resultSource?: string;
            };
            next?: string | null;
          } | {
            id: string;
            type: "update";
            config: {
              operations: ({
                type: "set_attribute";
                key: string;
                value?: unknown;
                expression?: string;
              } | {
                type: "unset_attribute";
                key: string;
              } | {
                type: "add_segment";
                segment: string | number;
              } | {
                type: "remove_segment";
                segment: string | number;
              } | {
                type: "set_flag";
                key: string;
                value?: unknown;
              })[];
            };
            next?: string | null;
          })[];
          status?: "draft";
          key?: string;
          number?: number;
        } } };
      responses: {
        201: { content: { "application/json": {
          /** `jrn_…` */
          id: string;
          name: string;
          status: "draft" | "active" | "paused" | "archived";
          /** In days */
          maxDuration: number | null;
          stepCount: number;
          createdAt: string;
          updatedAt: string;
          warnings?: V1Problem[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/v1/journeys/{id}": {
    /** Delete a draft */
    delete: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        204: { content?: never };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Get a journey with its steps */
    get: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": V1JourneyDetail } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Change a journey or its status */
    put: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          name?: string;
          description?: string | null;
          maxDuration?: number | null;
          entryConditions?: {
            segments?: (string | number)[];
            event?: string;
            minDaysSinceLastJourney?: number | {
              days: number;
              scope?: "workspace" | "journey";
              calendarDays?: boolean;
            };
            filter?: Record<string, unknown>;
            rules?: __schema0;
            expression?: string;
          } | null;
          steps?: ({
            id: string;
            type: "wait";
            config: {
              duration: number;
              unit: "minutes" | "hours" | "days";
            };
            next?: string | null;
          } | {
            id: string;
            type: "decide";
            config: {
              decisionFlowId: string | number;
              maxOffers?: number;
              storeResultAs?: string;
            };
            next?: string | null;
          } | {
            id: string;
            type: "branch";
            config: {
              conditions: {
                label: string;
                expression?: string;
                rules?: __schema0;
                targetStepId: string | null;
              }[];
              defaultTargetStepId?: string | null;
            };
            next?: string | null;
          } | {
            id: string;
            type: "send";
            config: {
              channelId: string | number;
              creativeId?: string | number;
              resultSource?: string;
            };
            next?: string | null;
          } | {
            id: string;
            type: "update";
            config: {
              operations: ({
                type: "set_attribute";
                key: string;
                value?: unknown;
                expression?: string;
              } | {
                type: "unset_attribute";
                key: string;
              } | {
                type: "add_segment";
                segment: string | number;
              } | {
                type: "remove_segment";
                segment: string | number;
              } | {
                type: "set_flag";
                key: string;
                value?: unknown;
              })[];
            };
            next?: string | null;
          })[];
          status?: "draft" | "active" | "paused" | "archived";
          pauseMode?: "hold" | "drain" | "queue";
        } } };
      responses: {
        200: { content: { "application/json": {
          /** `jrn_…` */
          id: string;
          name: string;
          status: "draft" | "active" | "paused" | "archived";
          /** In days */
          maxDuration: number | null;
          stepCount: number;
          createdAt: string;
          updatedAt: string;
          warnings?: V1Problem[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/v1/journeys/{id}/test": {
    /** Run one customer through the steps, skipping waits */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody?: { content: { "application/json": {
          personId?: string;
          person?: {
            externalId?: string | null;
            traits?: Record<string, unknown>;
            tags?: string[];
            stage?: string | null;
            segments?: (string | number)[];
          };
          trigger?: {
            eventName: string;
            properties?: Record<string, unknown>;
          };
          events?: {
            after: string | number | Record<string, unknown>;
            eventName: string;
            properties?: Record<string, unknown>;
          }[];
          /** How in-page content and webhooks end; by default completed and answered */
          outcomes?: {
            inPage?: "completed" | "dismissed" | "timeout";
            webhook?: "sent" | "failed";
          };
        } } };
      responses: {
        200: { content: { "application/json": V1TestRun } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/v1/journeys/{id}/validate": {
    /** Validate a journey of steps */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": V1Validation } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/api/workspace": {
    /** Get the caller's workspace */
    get: {
      parameters: Record<string, never>;
      responses: {
        200: { content: { "application/json": {
          data: Workspace;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Change the caller's workspace */
    patch: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          name?: string;
          timezone?: string;
          settings?: Record<string, unknown>;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Workspace;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/places/{placeId}/journeys": {
    /** List the journeys of a place */
    get: {
      parameters: {
        path: {
          placeId: string | number;
        };
        query?: {
          page?: string | number;
          limit?: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          "node.journey_definition": Record<string, PlaceJourney>;
          meta: PageMeta;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Create a journey of a place */
    post: {
      parameters: {
        path: {
          placeId: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          name: string;
          trigger_event: "manual" | "order.created" | "order.updated" | "order.closed" | "campaign.public.started" | "campaign.private.started" | "account.created" | "account.updated" | "account.tier.upgraded" | "account.tier.downgraded" | "account.tier.extended" | "account.classification.became_vip" | "account.classification.became_new" | "account.classification.became_active" | "account.classification.became_inactive" | "account.classification.became_slipping_away" | "account.classification.became_churned";
          description?: string | null;
          /** `initial` and `states`; null = the journey completes at once */
          machine_config?: unknown;
        } } };
      responses: {
        200: { content: { "application/json": {
          "node.journey_definition": Record<string, PlaceJourney>;
          warnings?: {
            pointer: string;
            code: string;
            message: string;
          }[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/places/{placeId}/journeys/{journeyId}": {
    /** Delete a journey of a place and all its executions */
    delete: {
      parameters: {
        path: {
          placeId: string | number;
          journeyId: string | number;
        };
      };
      responses: {
        204: { content?: never };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Get a journey of a place */
    get: {
      parameters: {
        path: {
          placeId: string | number;
          journeyId: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          "node.journey_definition": Record<string, PlaceJourney>;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
    /** Change a journey of a place */
    put: {
      parameters: {
        path: {
          placeId: string | number;
          journeyId: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          name?: string;
          /** Cannot change; the present one may be repeated */
          trigger_event?: "manual" | "order.created" | "order.updated" | "order.closed" | "campaign.public.started" | "campaign.private.started" | "account.created" | "account.updated" | "account.tier.upgraded" | "account.tier.downgraded" | "account.tier.extended" | "account.classification.became_vip" | "account.classification.became_new" | "account.classification.became_active" | "account.classification.became_inactive" | "account.classification.became_slipping_away" | "account.classification.became_churned";
          description?: string | null;
          /** `initial` and `states`; null = the journey completes at once */
          machine_config?: unknown;
        } } };
      responses: {
        200: { content: { "application/json": {
          "node.journey_definition": Record<string, PlaceJourney>;
          warnings?: {
            pointer: string;
            code: string;
            message: string;
          }[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/places/{placeId}/journeys/{journeyId}/run": {
    /** Run a manual journey for all eligible customers */
    post: {
      parameters: {
        path: {
          placeId: string | number;
          journeyId: string | number;
        };
      };
      requestBody?: { content: { "application/json": {
          include_segment_ids?: number[];
          exclude_segment_ids?: number[];
        } } };
      responses: {
        200: { content: { "application/json": {
          triggered: number;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/places/{placeId}/journeys/{journeyId}/start": {
    /** Let a journey of a place start executions */
    post: {
      parameters: {
        path: {
          placeId: string | number;
          journeyId: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          "node.journey_definition": Record<string, PlaceJourney>;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/places/{placeId}/journeys/{journeyId}/stop": {
    /** Let a journey of a place start no more executions */
    post: {
      parameters: {
        path: {
          placeId: string | number;
          journeyId: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          "node.journey_definition": Record<string, PlaceJourney>;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/places/{placeId}/recommendations/accept": {
    /** Create a tree of templates and journeys at once */
    post: {
      parameters: {
        path: {
          placeId: string | number;
        };
      };
      requestBody: { content: { "application/json": Recommendation } };
      responses: {
        200: { content: { "application/json": {
          /** The created ids by `localRef` */
          ids: Record<string, number>;
          created: {
            type: "template" | "journey";
            id: number;
            localRef: string | null;
            name: string;
          }[];
          /** What is stored as it was given and does nothing */
          warnings?: {
            pointer: string;
            code: string;
            message: string;
          }[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/sdk/devices": {
    /** Register the device of a person for push messages */
    put: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          token: string;
          platform: "ios" | "android" | "web";
          userId: string;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: Device;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/sdk/journeys/{id}/enroll": {
    /** Enroll a person from a page or an app */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          userId?: string;
          anonymousId?: string;
          userHash?: string;
          properties?: Record<string, unknown>;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: {
            enrollmentId: string | null;
            status: "ACTIVE" | "COMPLETED" | "STOPPED" | "ARCHIVED" | "FAILED" | "PENDING" | "NOT_ENROLLED";
            reason: string | null;
          };
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/sdk/journeys/{id}/progress": {
    /** Report on content, and read where a person stands */
    post: {
      parameters: {
        path: {
          id: string | number;
        };
      };
      requestBody: { content: { "application/json": {
          userId?: string;
          anonymousId?: string;
          userHash?: string;
          nodeId?: string;
          contentId?: string;
          event?: "shown" | "step" | "completed" | "dismissed";
          step?: string | number;
        } } };
      responses: {
        200: { content: { "application/json": {
          data: {
            enrollmentId: string | null;
            status: "ACTIVE" | "COMPLETED" | "STOPPED" | "ARCHIVED" | "FAILED" | "PENDING" | "NOT_ENROLLED";
            currentNodeIds: string[];
            content: {
              nodeId: string;
              contentId: string;
              key: string;
              number: number;
              type: string;
              body: Record<string, unknown>;
              variables: Record<string, unknown>;
            }[];
          };
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/v1/alias": {
    /** Segment's alias */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          userId?: string;
          anonymousId?: string;
          /** ISO 8601, UTC without an offset; or a number since 1970, seconds below 4.2 billion, else milliseconds */
          timestamp?: string | number;
          /** Makes it safe to repeat the call */
          messageId?: string;
          context?: Record<string, unknown>;
          previousId: string;
        } } };
      responses: {
        200: { content: { "application/json": {
          success: true;
          /** Messages that were not stored; the others were */
          refused?: {
            index: number;
            messageId: string | null;
            reason: string;
            errors: {
              pointer: string;
              field: string | null;
              message: string;
            }[];
          }[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/v1/batch": {
    /** Segment's batch */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          batch: {
            type: "identify" | "track" | "page" | "screen" | "group" | "alias";
            [name: string]: unknown;
          }[];
          context?: Record<string, unknown>;
        } } };
      responses: {
        200: { content: { "application/json": {
          success: true;
          /** Messages that were not stored; the others were */
          refused?: {
            index: number;
            messageId: string | null;
            reason: string;
            errors: {
              pointer: string;
              field: string | null;
              message: string;
            }[];
          }[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/v1/group": {
    /** Segment's group */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          userId?: string;
          anonymousId?: string;
          /** ISO 8601, UTC without an offset; or a number since 1970, seconds below 4.2 billion, else milliseconds */
          timestamp?: string | number;
          /** Makes it safe to repeat the call */
          messageId?: string;
          context?: Record<string, unknown>;
          groupId?: string;
          traits?: Record<string, unknown>;
        } } };
      responses: {
        200: { content: { "application/json": {
          success: true;
          /** Messages that were not stored; the others were */
          refused?: {
            index: number;
            messageId: string | null;
            reason: string;
            errors: {
              pointer: string;
              field: string | null;
              message: string;
            }[];
          }[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/v1/identify": {
    /** Segment's identify */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          userId?: string;
          anonymousId?: string;
          /** ISO 8601, UTC without an offset; or a number since 1970, seconds below 4.2 billion, else milliseconds */
          timestamp?: string | number;
          /** Makes it safe to repeat the call */
          messageId?: string;
          context?: Record<string, unknown>;
          traits?: Record<string, unknown>;
        } } };
      responses: {
        200: { content: { "application/json": {
          success: true;
          /** Messages that were not stored; the others were */
          refused?: {
            index: number;
            messageId: string | null;
            reason: string;
            errors: {
              pointer: string;
              field: string | null;
              message: string;
            }[];
          }[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/v1/page": {
    /** Segment's page */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          userId?: string;
          anonymousId?: string;
          /** ISO 8601, UTC without an offset; or a number since 1970, seconds below 4.2 billion, else milliseconds */
          timestamp?: string | number;
          /** Makes it safe to repeat the call */
          messageId?: string;
          context?: Record<string, unknown>;
          name?: string;
          category?: string;
          properties?: Record<string, unknown>;
        } } };
      responses: {
        200: { content: { "application/json": {
          success: true;
          /** Messages that were not stored; the others were */
          refused?: {
            index: number;
            messageId: string | null;
            reason: string;
            errors: {
              pointer: string;
              field: string | null;
              message: string;
            }[];
          }[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/v1/projects/{key}/settings": {
    /** Settings that Segment's and Customer.io's browser and mobile clients read first */
    get: {
      parameters: {
        path: {
          key: string | number;
        };
      };
      responses: {
        200: { content: { "application/json": {
          integrations: Record<string, Record<string, unknown>>;
          metrics: Record<string, unknown>;
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/v1/screen": {
    /** Segment's screen */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          userId?: string;
          anonymousId?: string;
          /** ISO 8601, UTC without an offset; or a number since 1970, seconds below 4.2 billion, else milliseconds */
          timestamp?: string | number;
          /** Makes it safe to repeat the call */
          messageId?: string;
          context?: Record<string, unknown>;
          name?: string;
          category?: string;
          properties?: Record<string, unknown>;
        } } };
      responses: {
        200: { content: { "application/json": {
          success: true;
          /** Messages that were not stored; the others were */
          refused?: {
            index: number;
            messageId: string | null;
            reason: string;
            errors: {
              pointer: string;
              field: string | null;
              message: string;
            }[];
          }[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
  "/v1/track": {
    /** Segment's track */
    post: {
      parameters: Record<string, never>;
      requestBody: { content: { "application/json": {
          userId?: string;
          anonymousId?: string;
          /** ISO 8601, UTC without an offset; or a number since 1970, seconds below 4.2 billion, else milliseconds */
          timestamp?: string | number;
          /** Makes it safe to repeat the call */
          messageId?: string;
          context?: Record<string, unknown>;
          event: string;
          properties?: Record<string, unknown>;
        } } };
      responses: {
        200: { content: { "application/json": {
          success: true;
          /** Messages that were not stored; the others were */
          refused?: {
            index: number;
            messageId: string | null;
            reason: string;
            errors: {
              pointer: string;
              field: string | null;
              message: string;
            }[];
          }[];
        } } };
        default: { content: { "application/problem+json": ProblemDocument } };
      };
    };
  };
};

export type Alert = {
  id: string;
  code: "depth_limit" | "held_limit" | "signals_rejected" | "stalled" | "signals_waiting" | "failing" | "deliveries_failing" | "operation_failed" | "schedule_missed" | "schedule_failed" | "set_aside" | "after_gap" | "clock_jumped" | "messages_refused" | "sending_not_set_up" | "gone_quiet" | "entries_unusual" | "key_expiring";
  /** What the code was called before, where it had another name. Compare with `code` instead. */
  formerCode?: string;
  /** null = it concerns more than one journey */
  journeyId: string | null;
  journeyName: string | null;
  text: string;
  /** When it was last raised */
  at: string;
  count: number;
};

export type ApiKey = {
  id: string;
  kind: "secret" | "publishable";
  name: string;
  hint: string;
  siteId: string | null;
  /** What the key is limited to; null = no limit */
  scopes: KeyScope[] | null;
  /** Of a personal key: whom it acts for, as long as they are a member; null = the workspace */
  member: {
    id: string;
    email: string;
  } | null;
  createdAt: string;
  lastUsedAt: string | null;
  /** From then on it is refused; null = never */
  expiresAt: string | null;
};

export type Archive = {
  /** `archive.keepDays` of the workspace’s settings; null = forever */
  keepDays: number | null;
  /** How long the installation keeps messages at all; null = forever */
  deliveriesDays: number | null;
  /** The latest 50 receipts, the newest first */
  purges: {
    id: string;
    /** The retention that held */
    keepDays: number;
    /** Messages queued before this time were purged */
    until: string;
    messages: number;
    startedAt: string;
    /** When nothing older was left; null = it was interrupted */
    finishedAt: string | null;
  }[];
};

export type Audit = {
  checkedAt: string;
  enrollments: number;
  accounted: {
    completed: number;
    stopped: number;
    failed: number;
    /** Finished, and hidden by an operator */
    archived: number;
    waitingForTime: number;
    /** For an event, a condition, an answer or a trait */
    waitingForEvent: number;
    /** Held by a pause, or resuming after one */
    held: number;
    /** The engine is about to advance them */
    due: number;
  };
  signals: {
    /** In an inbox, to be processed; 100001 stands for more than 100,000 */
    waiting: number;
    /** Could not be processed, and can be replayed; 100001 stands for more than 100,000 */
    kept: number;
  };
  findings: {
    code: string;
    /** What the code was called before, where it had another name. Compare with `code` instead. */
    formerCode?: string;
    journeyId: string | null;
    enrollmentId: string | null;
    text: string;
  }[];
};

export type AuditEntry = {
  id: string;
  at: string;
  actor: {
    kind: "user" | "key" | "system";
    id: string;
    /** As it was at the time */
    name: string | null;
  };
  /** What was done, such as journey.publish */
  action: string;
  subject: {
    /** `erased` = a person who was erased */
    id: string;
    /** As it was at the time; people are not named */
    name: string | null;
  };
  /** The network address of the request; null = there was none */
  address: string | null;
  /** More about it; `changes` has each changed field with its values before and after */
  detail: Record<string, unknown>;
};

export type Backtest = {
  from: string;
  people: number;
  events: number;
  draft: {
    totals: {
      enrolled: number;
      active: number;
      completed: number;
      stopped: number;
      failed: number;
      converted: number;
      nearMisses: Record<string, number>;
    };
    nodes: {
      nodeId: string;
      entered: number;
      waiting: number;
      advanced: number;
      exited: number;
      failed: number;
    }[];
  };
  /** The published version over the same people and events */
  live: {
    totals: {
      enrolled: number;
      active: number;
      completed: number;
      stopped: number;
      failed: number;
      converted: number;
      nearMisses: Record<string, number>;
    };
    nodes: {
      nodeId: string;
      entered: number;
      waiting: number;
      advanced: number;
      exited: number;
      failed: number;
    }[];
  } | null;
  differences: {
    nodeId: string;
    name: string;
    /** Visits; null = there is no such step */
    draft: number | null;
    live: number | null;
  }[];
  unknown: string[];
};

export type BackupCodes = {
  /** New ones, shown only here; null: as before */
  backupCodes: string[] | null;
};

export type Broadcast = {
  id: string;
  name: string;
  /** The journey of its own that sends the message */
  journeyId: string;
  contentId: string;
  /** null: the content was deleted */
  contentName: string | null;
  channel: string;
  audience: "everyone" | "segment" | "people";
  segmentId: string | null;
  status: "scheduled" | "sending" | "sent" | "stopped";
  /** When the first people enter */
  startsAt: string;
  /** The time on each person's clock at which the message leaves */
  localTime: string | null;
  /** People who enter in a minute at most; with a local time messages that leave */
  perMinute: number | null;
  /** What enrolls the people, with its progress */
  operation: Operation | null;
  finishedAt: string | null;
  createdAt: string;
};

export type BroadcastDetail = {
  id: string;
  name: string;
  /** The journey of its own that sends the message */
  journeyId: string;
  contentId: string;
  /** null: the content was deleted */
  contentName: string | null;
  channel: string;
  audience: "everyone" | "segment" | "people";
  segmentId: string | null;
  status: "scheduled" | "sending" | "sent" | "stopped";
  /** When the first people enter */
  startsAt: string;
  /** The time on each person's clock at which the message leaves */
  localTime: string | null;
  /** People who enter in a minute at most; with a local time messages that leave */
  perMinute: number | null;
  /** What enrolls the people, with its progress */
  operation: Operation | null;
  finishedAt: string | null;
  createdAt: string;
  /** Who could be reached when it was made */
  reach: {
    total: number;
    reachable: number;
    exact: boolean;
    reasons: {
      code: string;
      label: string;
      people: number;
    }[];
  };
  /** Its results so far */
  result: {
    /** People who entered */
    entered: number;
    /** Messages by status */
    messages: Record<string, number>;
    /** Why messages were not sent; a person may have several reasons */
    reasons: {
      code: string;
      label: string;
      people: number;
    }[];
    /** False: it is still counted */
    final: boolean;
  };
};

export type BroadcastPreview = {
  total: number;
  reachable: number;
  /** False: counted from a sample of 10,000 people */
  exact: boolean;
  sampled: number;
  /** A person may have several */
  reasons: {
    code: string;
    label: string;
    people: number;
  }[];
  /** Listed people who are not known */
  unknown: number;
};

export type Bundle = {
  format: "sojourn-bundle";
  version: 1;
  key: string;
  /** The draft in the format `native` */
  journey: unknown;
  segments: {
    name: string;
    key?: string;
    description?: string | null;
    rules?: Record<string, unknown> | null;
    number?: number;
    kind?: "static" | "rules";
  }[];
  content: {
    slug?: string;
    name: string;
    subject?: string | null;
    html?: string | null;
    text?: string | null;
    body?: Record<string, unknown>;
    mail?: MailDesign | null;
    /** For emails and webhooks: what happens to a message in which a variable without the filter `default` is empty, or a calculation does not result in a number. `send` sends it anyway, `skip` does not send it and the person continues, `fail` is a failed delivery. */
    onEmpty?: "send" | "skip" | "fail";
    /** True for receipts, passwords and the like: it passes what people subscribed to. It holds at once, for queued messages too */
    transactional?: boolean;
    /** What a person subscribes to in order to receive it: a topic by id or key */
    topicId?: string | null;
    number?: number;
    type: "email" | "sms" | "push" | "webhook" | "flow" | "tooltip" | "modal" | "banner" | "checklist" | "survey" | "snippet" | "layout";
  }[];
  offers: {
    name: string;
    description?: string | null;
    channel?: string | null;
    /** The creative: a content item by id, slug or number */
    contentId?: number | string | null;
    /** Who is eligible; with `expression`, both have to hold */
    rules?: Record<string, unknown> | null;
    expression?: string | null;
    startsAt?: string | null;
    endsAt?: string | null;
    priority?: number;
    /** CEL that results in a number */
    score?: string | null;
    /** At most `max` offers in `days` × 24 hours to one person; every cap has to leave room */
    caps?: {
      max: number;
      days: number;
    }[];
    properties?: Record<string, unknown>;
    key?: string;
    number?: number;
  }[];
  decisionFlows: {
    name: string;
    description?: string | null;
    /** Ids, keys or numbers of offers; null: every offer of the workspace */
    offers?: (number | string)[] | null;
    /** Only offers of this channel, and offers without a channel */
    channel?: string | null;
    /** Who gets offers of this flow at all */
    rules?: Record<string, unknown> | null;
    expression?: string | null;
    /** CEL that results in a number, for offers without a score; may read `offer` */
    score?: string | null;
    /** Multiplies the score by a rate that is drawn from what is known of the offer (Thompson sampling) */
    sampling?: "off" | "conversion" | "click";
    /** At most `max` offers in `days` × 24 hours to one person; every cap has to leave room */
    caps?: {
      max: number;
      days: number;
    }[];
    /** For how many days an offer is not picked again after one of the outcomes */
    suppress?: {
      outcomes: ("impression" | "click" | "conversion" | "dismiss")[];
      days: number;
    }[];
    maxOffers?: number | null;
    key?: string;
    number?: number;
  }[];
  /** What has to be there already, as it is not part of the bundle */
  needs: {
    journeys: string[];
    campaigns: string[];
    channels: string[];
  };
};

export type BundlePart = {
  kind: "segment" | "content" | "offer" | "decisionFlow" | "journey";
  key: string;
  change: "created" | "changed" | "unchanged";
  /** The fields that differ */
  fields: string[];
};

export type Campaign = {
  id: string;
  key: string;
  number: number;
  name: string;
  kind: "public" | "private";
  isTemplate: boolean;
  contentId: string | null;
  /** Of a public campaign: whom it is for; null = everyone */
  segmentId: string | null;
  /** Of a private campaign: whom it is assigned to */
  personId: string | null;
  /** The campaign that it is a clone of */
  templateId: string | null;
  status: "draft" | "active" | "ended";
  startsAt: string | null;
  endsAt: string | null;
  startedAt: string | null;
  createdAt: string;
  updatedAt: string;
};

export type CanvasInput = {
  nodes: {
    id?: string | null;
    type: "TRIGGER" | "CONTENT" | "ACTION" | "DECIDE" | "LIVE_DATA" | "WAIT" | "WAIT_FOR_EVENT" | "WAIT_FOR_CONDITION" | "CONDITION" | "SPLIT" | "GOAL_CHECK" | "EXIT";
    name?: string | null;
    config?: Record<string, unknown>;
    position?: {
      x: number;
      y: number;
    };
    contentId?: string | number | null;
    label?: string | null;
    disabled?: boolean | null;
    [name: string]: unknown;
  }[];
  edges: {
    id?: string | null;
    name?: string | null;
    sourceNodeId: string | number;
    targetNodeId: string | number;
    branch?: string | null;
    label?: string | null;
    weight?: number | null;
    trigger?: {
      type: "event";
      event: string;
      eventFilter?: Record<string, unknown>;
      expression?: string;
      [name: string]: unknown;
    } | {
      type: "timer";
      delay: string | number;
      [name: string]: unknown;
    } | null;
    [name: string]: unknown;
  }[];
  /** Notes and groups; without this list those of before stay */
  annotations?: ({
    id?: string | null;
    kind: "note";
    text?: string;
    position: {
      x: number;
      y: number;
    };
    width?: number;
    height?: number;
  } | {
    id?: string | null;
    kind: "group";
    label?: string;
    nodeIds: string[];
  })[] | null;
};

export type CatalogField = {
  name: string;
  /** `string number boolean date object null`, or of lists `array:` and the types of their items */
  types: string[];
  /** Which part of the sampled ones has it, 0 to 1; null: none was sampled */
  share: number | null;
  lastSeenAt: string | null;
  /** Values that three people or more share; none of a field with more than 40 different values */
  values: (string | number | boolean)[];
};

export type Channel = {
  id: string;
  key: string;
  number: number;
  name: string;
  kind: "email" | "sms" | "push" | "inapp";
  /** While no channel of a kind is on, its messages are skipped */
  status: "on" | "off";
  createdAt: string;
  updatedAt: string;
};

export type ColumnTarget = {
  to: "userId" | "anonymousId" | "trait" | "tags" | "stage" | "subscribed" | "unsubscribed" | "skip";
  trait?: string;
  /** How a trait is read; text unless given */
  form?: "text" | "number" | "boolean";
};

export type Comment = {
  id: string;
  /** The step that it is about; null = the whole journey */
  nodeId: string | null;
  /** What the step was called then */
  stepLabel: string | null;
  /** The comment that it answers */
  parentId: string | null;
  text: string;
  mentions: {
    userId: string;
    name: string;
  }[];
  createdBy: {
    kind: "user" | "key";
    id: string;
    name: string;
  };
  resolvedBy: {
    kind: "user" | "key";
    id: string;
    name: string;
  } | null;
  resolvedAt: string | null;
  isEdited: boolean;
  /** Whether the caller wrote it */
  mayEdit: boolean;
  mayDelete: boolean;
  createdAt: string;
};

export type ConsentExport = {
  csv: string;
  next: string | null;
};

export type ConsentImport = {
  rows: number;
  /** Rows that changed something */
  stored: number;
  unchanged: number;
  refused: number;
  /** The first 1,000 */
  refusedRows: {
    line: number;
    message: string;
  }[];
};

export type Content = {
  id: string;
  number: number;
  slug: string;
  /** The same as `slug` */
  key: string;
  type: "email" | "sms" | "push" | "webhook" | "flow" | "tooltip" | "modal" | "banner" | "checklist" | "survey" | "snippet" | "layout";
  name: string;
  subject: string | null;
  html: string | null;
  text: string | null;
  body: Record<string, unknown>;
  mail: MailDesign | null;
  /** For emails and webhooks: what happens to a message in which a variable without the filter `default` is empty, or a calculation does not result in a number. `send` sends it anyway, `skip` does not send it and the person continues, `fail` is a failed delivery. */
  onEmpty: "send" | "skip" | "fail";
  /** It passes what people subscribed to; only suppressed addresses stop it */
  transactional: boolean;
  topicId: string | null;
  /** The revision that people get */
  revision: number;
  /** When the draft beside it was saved; null: there is none */
  draftAt: string | null;
  createdAt: string;
  updatedAt: string;
};

export type ContentDraft = {
  name: string;
  subject: string | null;
  html: string | null;
  text: string | null;
  body: Record<string, unknown>;
  mail: MailDesign | null;
  /** For emails and webhooks: what happens to a message in which a variable without the filter `default` is empty, or a calculation does not result in a number. `send` sends it anyway, `skip` does not send it and the person continues, `fail` is a failed delivery. */
  onEmpty: "send" | "skip" | "fail";
  edit: number;
  /** The published revision with which the draft began */
  baseRevision: number;
  updatedBy: string;
  updatedAt: string;
};

export type ContentFinding = {
  pointer: string;
  severity: "error" | "warning";
  message: string;
  line: number | null;
};

export type ContentPreview = {
  subject: string;
  html: string;
  text: string;
  errors: {
    field: "subject" | "html" | "text" | "fromName" | "replyTo" | "cc" | "utm";
    message: string;
    line?: number | null;
  }[];
  /** Variables that were empty; nothing was printed for them */
  empty: string[];
  /** Calculations that did not result in a number, such as a division by 0; nothing was printed for them */
  notFinite: string[];
  /** What publishing would refuse, or warn of */
  findings: ContentFinding[];
  /** Variables that nobody has and no step sets */
  unknown: string[];
  /** The body as HTML, still with its Liquid, made of blocks or MJML */
  made: string;
  /** The size of the HTML; Gmail hides what is behind 102 KB */
  bytes: number;
  fromName: string;
  replyTo: string;
  cc: string[];
};

export type ContentUse = {
  kind: "journey" | "offer" | "content";
  id: string;
  name: string;
  /** Of a journey: whether its draft or a version uses it */
  detail: string | null;
};

export type ContentVersion = {
  revision: number;
  name: string;
  subject: string | null;
  isPublished: boolean;
  publishedAt: string | null;
  replacedAt: string | null;
};

export type ContentVersionDetail = {
  name: string;
  subject: string | null;
  html: string | null;
  text: string | null;
  body: Record<string, unknown>;
  mail: MailDesign | null;
  /** For emails and webhooks: what happens to a message in which a variable without the filter `default` is empty, or a calculation does not result in a number. `send` sends it anyway, `skip` does not send it and the person continues, `fail` is a failed delivery. */
  onEmpty: "send" | "skip" | "fail";
  revision: number;
};

export type DataTypes = {
  events: {
    name: string;
    count: number;
    lastSeenAt: string;
    /** How many of the latest events of this name were looked at */
    sampled: number;
    properties: SeenField[];
  }[];
  traits: {
    sampled: number;
    fields: SeenField[];
  };
  segments: string[];
  content: {
    key: string;
    type: string;
  }[];
  journeys: string[];
  decisionFlows: string[];
};

export type DecisionFlow = {
  id: string;
  number: number;
  key: string;
  name: string;
  description: string | null;
  offers: {
    id: string;
    key: string;
    name: string;
  }[] | null;
  channel: string | null;
  rules: Record<string, unknown> | null;
  expression: string | null;
  score: string | null;
  sampling: "off" | "conversion" | "click";
  caps: {
    max: number;
    days: number;
  }[];
  suppress: {
    outcomes: ("impression" | "click" | "conversion" | "dismiss")[];
    days: number;
  }[];
  maxOffers: number | null;
  archivedAt: string | null;
  createdAt: string;
  updatedAt: string;
};

export type DecisionFlowFigures = {
  totals: OfferFigures;
  offers: {
    id: string;
    key: string;
    name: string;
    figures: OfferFigures;
    /** Share of the shown offers that led to the outcome; null: none shown */
    rate: number | null;
    /** While the flow samples and has 20 offers at most */
    chanceToBeBest: number | null;
  }[];
};

export type DecisionTest = {
  personId: string;
  /** What a step would store; null: the decision failed */
  result: Record<string, unknown> | null;
  receipt: Record<string, unknown> | null;
  error: string | null;
  sentence: string;
};

export type Delivery = {
  id: string;
  /** null for a message that was sent without a journey */
  journeyId: string | null;
  journeyName: string | null;
  versionId: string | null;
  enrollmentId: string | null;
  personId: string;
  nodeId: string | null;
  visit: number;
  channel: string;
  contentType: string;
  contentId: string | null;
  status: "queued" | "held" | "sending" | "unknown" | "sent" | "captured" | "pending" | "shown" | "completed" | "dismissed" | "failed" | "cancelled" | "skipped";
  recipient: string | null;
  sender: string | null;
  subject: string | null;
  attempts: number;
  error: string | null;
  /** Why it could not reach the person, or is held: every reason, each with its `code` and what it is about */
  reasons: Record<string, unknown>[] | null;
  /** A sending policy holds it until then; null for a pause */
  heldUntil: string | null;
  queuedAt: string;
  nextAttemptAt: string | null;
  sentAt: string | null;
  deliveredAt: string | null;
  /** null also where the person did not agree to be tracked */
  openedAt: string | null;
  clickedAt: string | null;
  bouncedAt: string | null;
  complainedAt: string | null;
  unsubscribedAt: string | null;
  trackOpens: boolean;
  trackClicks: boolean;
};

export type DeliveryDetail = {
  id: string;
  /** null for a message that was sent without a journey */
  journeyId: string | null;
  journeyName: string | null;
  versionId: string | null;
  enrollmentId: string | null;
  personId: string;
  nodeId: string | null;
  visit: number;
  channel: string;
  contentType: string;
  contentId: string | null;
  status: "queued" | "held" | "sending" | "unknown" | "sent" | "captured" | "pending" | "shown" | "completed" | "dismissed" | "failed" | "cancelled" | "skipped";
  recipient: string | null;
  sender: string | null;
  subject: string | null;
  attempts: number;
  error: string | null;
  /** Why it could not reach the person, or is held: every reason, each with its `code` and what it is about */
  reasons: Record<string, unknown>[] | null;
  /** A sending policy holds it until then; null for a pause */
  heldUntil: string | null;
  queuedAt: string;
  nextAttemptAt: string | null;
  sentAt: string | null;
  deliveredAt: string | null;
  /** null also where the person did not agree to be tracked */
  openedAt: string | null;
  clickedAt: string | null;
  bouncedAt: string | null;
  complainedAt: string | null;
  unsubscribedAt: string | null;
  trackOpens: boolean;
  trackClicks: boolean;
  html: string | null;
  text: string | null;
  /** Senders that were passed over, and what the message printed nothing for: empty variables, calculations that did not result in a number */
  notes: string[];
  variables: Record<string, unknown>;
  providerId: string | null;
  display: {
    stage: "eligible" | "waiting_for_target" | "gave_up" | "shown";
    reason?: string;
    page?: string;
    at: string;
    step?: string;
    done?: string[];
  } | null;
  /** What happened to it after it was sent, oldest first */
  events: MessageEvent[];
  /** What a webhook's endpoint answered (`status` and `body`), or each device (`devices`) */
  response: Record<string, unknown> | null;
};

export type DemoShop = {
  /** null: the workspace has no site */
  site: {
    id: string;
    name: string;
    publishableKey: string | null;
    asksForProof: boolean;
  } | null;
  /** null: it was not set up */
  journey: {
    id: string;
    name: string;
    status: string;
    /** false: it was made before there was a survey */
    asksSurvey: boolean;
    /** Its draft has changes that are not published */
    hasChanges: boolean;
  } | null;
};

export type Device = {
  token: string;
  platform: "ios" | "android" | "web";
  createdAt: string;
  seenAt: string;
};

export type DocumentPreview = {
  /** As a page gets it: one language, templates filled in, standards written out; null: it has errors */
  document: Record<string, unknown> | null;
  /** What publishing would refuse, or warn of */
  findings: ContentFinding[];
  /** Variables that nobody has and no step sets */
  unknown: string[];
};

export type Downtime = {
  heldAt: string;
  reason: "moved" | "away";
  awaySince: string | null;
  answer: "fire" | "shift" | "drop" | null;
};

export type EnrollPreview = {
  /** People who are known; each once */
  people: number;
  /** Those of them who have an email address */
  withEmail: number;
  unknown: UnknownPeople;
};

export type Enrollment = {
  id: string;
  journeyId: string;
  journeyName: string;
  versionId: string;
  endUserId: string;
  status: "ACTIVE" | "COMPLETED" | "STOPPED" | "ARCHIVED" | "FAILED";
  exitReason: string | null;
  enrolledAt: string;
  endedAt: string | null;
  /** The person's current step, or the last one */
  nodeId: string | null;
  wakeAt: string | null;
  /** What its reached goal is worth, in the currency of the workspace */
  value: number | null;
  endUser: {
    id: string;
    externalId: string | null;
    anonymousId: string | null;
    traits: Record<string, unknown>;
  };
};

export type EnrollmentDetail = {
  id: string;
  journeyId: string;
  journeyName: string;
  versionId: string;
  endUserId: string;
  status: "ACTIVE" | "COMPLETED" | "STOPPED" | "ARCHIVED" | "FAILED";
  exitReason: string | null;
  enrolledAt: string;
  endedAt: string | null;
  /** The person's current step, or the last one */
  nodeId: string | null;
  wakeAt: string | null;
  /** What its reached goal is worth, in the currency of the workspace */
  value: number | null;
  endUser: {
    id: string;
    externalId: string | null;
    anonymousId: string | null;
    traits: Record<string, unknown>;
  };
  versionNumber: number;
  trigger: Record<string, unknown> | null;
  transitions: Transition[];
  deliveries: Delivery[];
};

export type Event = {
  id: string;
  name: string;
  personId: string;
  endUser: {
    id: string;
    externalId: string | null;
    anonymousId: string | null;
    traits: Record<string, unknown>;
  } | null;
  siteId: string | null;
  properties: Record<string, unknown>;
  context: Record<string, unknown> | null;
  timestamp: string;
  receivedAt: string;
  messageId: string | null;
  imported: boolean;
};

export type EventName = {
  name: string;
  count: number;
  firstSeenAt: string;
  lastSeenAt: string;
};

export type Explanation = {
  verdict: "in" | "was_in" | "not_in";
  sentence: string;
  enrollmentId: string | null;
  waiting: {
    nodeId: string;
    name: string;
    /** What people read for the step: its label, else its name */
    label: string;
    since: string;
    /** When a timer ends this; null = there is no timer */
    until: string | null;
    for: {
      kind: "event" | "timer" | "condition" | "delivery" | "resume";
      text: string;
      at?: string | null;
      eventName?: string;
    }[];
  } | null;
  reasons: {
    code: string;
    /** What the code was called before, where it had another name. Compare with `code` instead. */
    formerCode?: string;
    text: string;
    at?: string | null;
    detail: Record<string, unknown>;
  }[];
  wouldMove: string[];
};

export type ExportedJourney = {
  format: "native" | "transition-graph" | "ordered-steps" | "state-machine";
  title: string;
  journey: unknown;
  /** What the format cannot say of the journey */
  losses: FileLoss[];
};

export type FileLoss = {
  nodeId: string | null;
  edgeId: string | null;
  field: string;
  message: string;
};

export type FileProblem = {
  code: string;
  severity: "error" | "warning";
  /** JSON pointer into the file */
  pointer: string;
  message: string;
};

export type Forecast = {
  people: number;
  nodes: {
    nodeId: string;
    entered: number;
    waiting: number;
    ended: number;
  }[];
  edges: {
    edgeId: string;
    count: number;
  }[];
  outcomes: {
    notEntered: number;
    active: number;
    completed: number;
    stopped: number;
    failed: number;
    converted: number;
    byReason: Record<string, number>;
    nearMisses: Record<string, number>;
  };
};

export type Image = {
  id: string;
  name: string;
  /** What it says, for people who do not see it */
  alt: string;
  type: "png" | "jpeg" | "gif" | "webp";
  bytes: number;
  width: number;
  height: number;
  /** The public address for mails */
  url: string;
  createdAt: string;
};

export type ImportReportEntry = {
  /** JSON pointer into the file */
  pointer: string;
  subject: "step" | "setting" | "content" | "segment";
  foreignId: string | null;
  name: string;
  /** The product's own word */
  type: string;
  level: "taken_over" | "approximated" | "left_out";
  reason: string | null;
  /** Names of the nodes that it became */
  nodes: string[];
  /** To be filled in before the journey can be published */
  unfinished: boolean;
};

export type ImportedJourney = {
  /** The format that was found; null = none that is known */
  format: "native" | "transition-graph" | "ordered-steps" | "state-machine" | null;
  title: string | null;
  name: string | null;
  canImport: boolean;
  /** Nodes of the journey */
  steps: number;
  /** What is wrong with the file; errors prevent importing it */
  problems: FileProblem[];
  /** The draft; null in a dry run */
  journey: JourneyDetail | null;
  /** What the draft still needs before it can be published */
  warnings: Problem[];
};

export type InvitedMember = {
  /** The member's user id */
  id: string;
  userId: string;
  number: number;
  email: string;
  name: string;
  role: "viewer" | "editor" | "owner";
  /** `invited`: has an account but has not accepted yet, and has no access */
  status: "active" | "invited";
  createdAt: string;
  /** Signs in the member whose account this invitation created */
  signInLink: string | null;
  /** For an account that existed before: its owner signs in and accepts with it */
  invitationLink: string | null;
};

export type Journey = {
  id: string;
  shortId: string;
  number: number;
  key: string;
  name: string;
  description: string | null;
  status: "DRAFT" | "PUBLISHED" | "PAUSED" | "ARCHIVED";
  siteId: string;
  audienceId: string | null;
  settings: Record<string, unknown>;
  goalConfig: {
    type: "event" | "page_visit" | "attribute_match" | "flow_completed";
    config: Record<string, unknown>;
    deadline?: number | null;
    exitOnGoal?: boolean;
    window?: string | number | null;
    valueProperty?: string | null;
    [name: string]: unknown;
  } | null;
  allowAnonymous: boolean;
  pauseMode: "hold" | "drain" | "queue" | null;
  revision: number;
  publishedVersion: {
    id: string;
    number: number;
    publishedAt: string;
  } | null;
  hasUnpublishedChanges: boolean;
  source: JourneySource;
  createdAt: string;
  updatedAt: string;
  _count: {
    nodes: number;
    edges: number;
    enrollments: number;
    active: number;
  };
};

export type JourneyConflicts = {
  /** false: estimated from a share of all people */
  exact: boolean;
  conflicts: {
    journeys: [{
      id: string;
      name: string;
    }, {
      id: string;
      name: string;
    }];
    /** People who are in both now */
    inBoth: number;
    /** People who got messages of both on the channel within 24 hours, in the last seven days */
    sameChannel: {
      channel: string;
      people: number;
    }[];
  }[];
};

export type JourneyDay = {
  day: string;
  enrolled: number;
  completed: number;
  stopped: number;
  failed: number;
  converted: number;
  /** What the goals of the day are worth */
  value: number;
};

export type JourneyDetail = {
  id: string;
  shortId: string;
  number: number;
  key: string;
  name: string;
  description: string | null;
  status: "DRAFT" | "PUBLISHED" | "PAUSED" | "ARCHIVED";
  siteId: string;
  audienceId: string | null;
  settings: Record<string, unknown>;
  goalConfig: {
    type: "event" | "page_visit" | "attribute_match" | "flow_completed";
    config: Record<string, unknown>;
    deadline?: number | null;
    exitOnGoal?: boolean;
    window?: string | number | null;
    valueProperty?: string | null;
    [name: string]: unknown;
  } | null;
  allowAnonymous: boolean;
  pauseMode: "hold" | "drain" | "queue" | null;
  revision: number;
  publishedVersion: {
    id: string;
    number: number;
    publishedAt: string;
  } | null;
  hasUnpublishedChanges: boolean;
  source: JourneySource;
  createdAt: string;
  updatedAt: string;
  _count: {
    nodes: number;
    edges: number;
    enrollments: number;
    active: number;
  };
  nodes: {
    id: string;
    type: "TRIGGER" | "CONTENT" | "ACTION" | "DECIDE" | "LIVE_DATA" | "WAIT" | "WAIT_FOR_EVENT" | "WAIT_FOR_CONDITION" | "CONDITION" | "SPLIT" | "GOAL_CHECK" | "EXIT";
    name: string;
    config: Record<string, unknown>;
    position: {
      x: number;
      y: number;
    };
    contentId: string | null;
    /** What people read in place of `name`; it may be changed at any time, and code never uses it */
    label?: string;
    /** The step does nothing: people continue at once by its default exit. Only steps between start and end. */
    disabled?: boolean;
  }[];
  edges: {
    id: string;
    name: string;
    sourceNodeId: string;
    targetNodeId: string;
    branch: string | null;
    label: string | null;
    weight: number | null;
    trigger: {
      type: "event";
      event: string;
      eventFilter?: Record<string, unknown>;
      expression?: string;
      [name: string]: unknown;
    } | {
      type: "timer";
      delay: string | number;
      [name: string]: unknown;
    } | null;
  }[];
  /** Notes and groups on the canvas; the engine ignores them */
  annotations: ({
    id: string;
    kind: "note";
    text: string;
    position: {
      x: number;
      y: number;
    };
    width: number;
    height: number;
  } | {
    id: string;
    kind: "group";
    label: string;
    nodeIds: string[];
  })[];
  audience: {
    id: string;
    name: string;
    key: string;
    number: number;
  } | null;
};

export type JourneyHoldout = {
  sides: {
    /** `no_marketing`: entered, and held out by the workspace */
    side: "entered" | "no_marketing" | "held_out";
    people: number;
    converted: number;
    rate: number;
    /** 95 % interval of the rate */
    interval: [number, number];
    /** How much more often those who entered reach the goal than this side, with a 95 % interval */
    lift: {
      value: number;
      interval: [number, number];
    } | null;
  }[];
};

export type JourneyImport = {
  product: "mautic" | "dittofeed" | "posthog" | "klaviyo";
  dryRun: boolean;
  journeys: JourneyImportEntry[];
  skipped: {
    pointer: string;
    message: string;
  }[];
  /** What happens to people who are in the journeys there */
  people: string;
};

export type JourneyImportEntry = {
  foreignId: string;
  name: string;
  status: "created" | "updated" | "unchanged" | "skipped";
  /** Null in a dry run of a new journey */
  journeyId: string | null;
  message: string | null;
  counts: {
    takenOver: number;
    approximated: number;
    leftOut: number;
    unfinished: number;
  };
  report: ImportReportEntry[];
  /** What was changed here since the last import, and so stays */
  kept: {
    kind: "node" | "edge" | "setting" | "content";
    id: string | null;
    name: string;
    field: string | null;
  }[];
  segments: {
    key: string;
    name: string;
    isNew: boolean;
  }[];
  contents: {
    id: string | null;
    name: string;
    type: string;
    status: string;
  }[];
  unnamed: {
    kind: string;
    id: string;
  }[];
};

export type JourneyRevision = {
  id: string;
  revision: number;
  updatedAt: string;
};

/** Where the journey is kept, and where its draft may be changed */
export type JourneySource = {
  /** Where the draft may be changed: `code` = only in its file; `console` = only here, so that its file can only be pulled; `both` = in both, merged when the file is applied */
  truth: "code" | "console" | "both";
  file: {
    /** The file as the command line named it, from the folder of the repository */
    path: string;
    url: string | null;
  } | null;
};

export type JourneyStats = {
  /** The version that is counted; null for all versions */
  version: number | null;
  /** The version that `current` is about; null for the draft */
  drawnVersion: number | null;
  /** Of the workspace, such as EUR; null = none is set */
  currency: string | null;
  totals: {
    enrolled: number;
    active: number;
    completed: number;
    stopped: number;
    failed: number;
    converted: number;
    /** What the reached goals are worth, in `currency` */
    value: number;
    /** Part of `enrolled`: people whom publishing moved to the version; 0 for all versions */
    movedIn: number;
    /** People whom publishing moved from the version to another; not in `enrolled` */
    movedOut: number;
  };
  nodes: {
    nodeId: string;
    name: string;
    type: string;
    /** Whether the shown version has it: the requested version, else the published one */
    current: boolean;
    entered: number;
    waiting: number;
    advanced: number;
    exited: number;
    failed: number;
    /** Seconds, of the most recent visits */
    timeInNode: {
      p50: number | null;
      p90: number | null;
      mean: number | null;
    };
    /** How people arrived; adds up to `entered`. `moved` by publishing, `other` by retrying */
    arrivals: {
      started: number;
      connections: number;
      moved: number;
      other: number;
    };
    /** Part of `exited`: people whom publishing moved to a step of another version */
    movedOut: number;
    /** `waiting` by the number of the version that people are on */
    standing: {
      version: number;
      waiting: number;
    }[];
  }[];
  transitions: {
    edgeId: string;
    name: string;
    count: number;
    rate: number;
    sourceNodeId: string;
    targetNodeId: string;
    branch: string | null;
    /** False for a connection of other versions only; its id may now belong to a connection with another target */
    current: boolean;
  }[];
};

export type JourneyVersion = {
  id: string;
  number: number;
  hash: string;
  publishedBy: string | null;
  name: string | null;
  note: string | null;
  createdAt: string;
  isCurrent: boolean;
  /** People inside who are on this version */
  people: number;
  /** Part of its enrollments: people whom publishing moved from other versions */
  movedIn: number;
  /** People whom publishing moved to other versions; not among its enrollments */
  movedOut: number;
  _count: {
    nodes: number;
    edges: number;
    enrollments: number;
    active: number;
  };
};

export type JourneyVersionDetail = {
  id: string;
  number: number;
  hash: string;
  publishedBy: string | null;
  name: string | null;
  note: string | null;
  createdAt: string;
  nodes: {
    id: string;
    type: "TRIGGER" | "CONTENT" | "ACTION" | "DECIDE" | "LIVE_DATA" | "WAIT" | "WAIT_FOR_EVENT" | "WAIT_FOR_CONDITION" | "CONDITION" | "SPLIT" | "GOAL_CHECK" | "EXIT";
    name: string;
    config: Record<string, unknown>;
    position: {
      x: number;
      y: number;
    };
    contentId: string | null;
    /** What people read in place of `name`; it may be changed at any time, and code never uses it */
    label?: string;
    /** The step does nothing: people continue at once by its default exit. Only steps between start and end. */
    disabled?: boolean;
  }[];
  edges: {
    id: string;
    name: string;
    sourceNodeId: string;
    targetNodeId: string;
    branch: string | null;
    label: string | null;
    weight: number | null;
    trigger: {
      type: "event";
      event: string;
      eventFilter?: Record<string, unknown>;
      expression?: string;
      [name: string]: unknown;
    } | {
      type: "timer";
      delay: string | number;
      [name: string]: unknown;
    } | null;
  }[];
  annotations: ({
    id: string;
    kind: "note";
    text: string;
    position: {
      x: number;
      y: number;
    };
    width: number;
    height: number;
  } | {
    id: string;
    kind: "group";
    label: string;
    nodeIds: string[];
  })[];
};

/** `read`: journeys, figures, segments, content · `draft`: make drafts and hand in plans · `publish`: publish, pause, archive · `send`: record events, enroll people, send again · `personal`: see traits, addresses and events of people */
export type KeyScope = "read" | "draft" | "publish" | "send" | "personal";

export type LoyaltyAccount = {
  externalId: string;
  personId: string;
  tier: string | null;
  tierExpiresAt: string | null;
  classification: "vip" | "new" | "active" | "inactive" | "slipping_away" | "churned" | null;
  /** The events that this emitted, in order */
  events: string[];
};

export type MachineConfig = {
  initial: string;
  states: Record<string, {
    type: "final";
  } | {
    meta: {
      type: "send_email" | "send_sms" | "send_push_notification";
      templateId: number;
    };
    on: {
      DONE: string;
    };
  } | {
    meta: {
      type: "create_campaign";
      campaignId: number;
    };
    on: {
      DONE: string;
    };
  } | {
    meta: {
      type: "wait_for_duration";
      years?: number;
      months?: number;
      weeks?: number;
      days?: number;
      hours?: number;
      minutes?: number;
      seconds?: number;
    };
    on: {
      ELAPSED: string;
    };
  } | {
    meta: {
      type: "wait_for_condition";
      include?: number[];
      exclude?: number[];
    };
    on: {
      DONE: string;
    };
  } | {
    meta: {
      type: "condition";
      attribute: string;
      operator: "eq" | "ne" | "in" | "exists";
      value?: unknown;
    };
    on: {
      TRUE: string;
      FALSE: string;
    };
  }>;
  [name: string]: unknown;
};

export type MailDesign = {
  editor?: "html" | "mjml" | "blocks";
  mjml?: string;
  blocks?: ({
    id: string;
    showIf?: string;
    type: "heading";
    text: string;
    level?: 1 | 2 | 3;
    align?: "left" | "center" | "right";
  } | {
    id: string;
    showIf?: string;
    type: "text";
    text: string;
    align?: "left" | "center" | "right";
  } | {
    id: string;
    showIf?: string;
    type: "image";
    src: string;
    alt: string;
    decorative?: boolean;
    href?: string;
    width?: number;
    align?: "left" | "center" | "right";
  } | {
    id: string;
    showIf?: string;
    type: "button";
    label: string;
    href: string;
    align?: "left" | "center" | "right";
    color?: string;
  } | {
    id: string;
    showIf?: string;
    type: "divider";
    color?: string;
  } | {
    id: string;
    showIf?: string;
    type: "snippet";
    slug: string;
  } | {
    id: string;
    showIf?: string;
    type: "html";
    html: string;
  } | {
    id: string;
    showIf?: string;
    type: "columns";
    columns: ({
      id: string;
      showIf?: string;
      type: "heading";
      text: string;
      level?: 1 | 2 | 3;
      align?: "left" | "center" | "right";
    } | {
      id: string;
      showIf?: string;
      type: "text";
      text: string;
      align?: "left" | "center" | "right";
    } | {
      id: string;
      showIf?: string;
      type: "image";
      src: string;
      alt: string;
      decorative?: boolean;
      href?: string;
      width?: number;
      align?: "left" | "center" | "right";
    } | {
      id: string;
      showIf?: string;
      type: "button";
      label: string;
      href: string;
      align?: "left" | "center" | "right";
      color?: string;
    } | {
      id: string;
      showIf?: string;
      type: "divider";
      color?: string;
    } | {
      id: string;
      showIf?: string;
      type: "snippet";
      slug: string;
    } | {
      id: string;
      showIf?: string;
      type: "html";
      html: string;
    })[][];
  })[];
  style?: {
    background?: string;
    surface?: string;
    ink?: string;
    accent?: string;
    font?: "sans" | "serif" | "mono";
  };
  preheader?: string;
  fromName?: string;
  replyTo?: string;
  cc?: string[];
  layout?: string | null;
  utm?: {
    source?: string;
    medium?: string;
    campaign?: string;
    term?: string;
    content?: string;
  } | null;
  language?: string;
  languages?: Record<string, {
    subject?: string;
    preheader?: string;
    html?: string;
    mjml?: string;
    blocks?: ({
      id: string;
      showIf?: string;
      type: "heading";
      text: string;
      level?: 1 | 2 | 3;
      align?: "left" | "center" | "right";
    } | {
      id: string;
      showIf?: string;
      type: "text";
      text: string;
      align?: "left" | "center" | "right";
    } | {
      id: string;
      showIf?: string;
      type: "image";
      src: string;
      alt: string;
      decorative?: boolean;
      href?: string;
      width?: number;
      align?: "left" | "center" | "right";
    } | {
      id: string;
      showIf?: string;
      type: "button";
      label: string;
      href: string;
      align?: "left" | "center" | "right";
      color?: string;
    } | {
      id: string;
      showIf?: string;
      type: "divider";
      color?: string;
    } | {
      id: string;
      showIf?: string;
      type: "snippet";
      slug: string;
    } | {
      id: string;
      showIf?: string;
      type: "html";
      html: string;
    } | {
      id: string;
      showIf?: string;
      type: "columns";
      columns: ({
        id: string;
        showIf?: string;
        type: "heading";
        text: string;
        level?: 1 | 2 | 3;
        align?: "left" | "center" | "right";
      } | {
        id: string;
        showIf?: string;
        type: "text";
        text: string;
        align?: "left" | "center" | "right";
      } | {
        id: string;
        showIf?: string;
        type: "image";
        src: string;
        alt: string;
        decorative?: boolean;
        href?: string;
        width?: number;
        align?: "left" | "center" | "right";
      } | {
        id: string;
        showIf?: string;
        type: "button";
        label: string;
        href: string;
        align?: "left" | "center" | "right";
        color?: string;
      } | {
        id: string;
        showIf?: string;
        type: "divider";
        color?: string;
      } | {
        id: string;
        showIf?: string;
        type: "snippet";
        slug: string;
      } | {
        id: string;
        showIf?: string;
        type: "html";
        html: string;
      })[][];
    })[];
    text?: string;
  }>;
};

export type Me = {
  user: {
    id: string;
    email: string;
    name: string;
    hasPassword: boolean;
    hasSecondFactor: boolean;
    /** Whether the account is connected with an identity provider */
    hasSignOn: boolean;
  } | null;
  /** The workspace requires a second factor and the user has none: all else is refused until they have */
  lacksSecondFactor: boolean;
  workspace: {
    id: string;
    name: string;
    slug: string;
    placeId: number;
    timezone: string;
    /** Of the values of goals, such as EUR */
    currency: string | null;
    isDemo: boolean;
  };
  role: "viewer" | "editor" | "owner";
  workspaces: {
    id: string;
    name: string;
    slug: string;
    role: "viewer" | "editor" | "owner";
    isDemo: boolean;
  }[];
  /** What this member does not want to see any more, such as first_steps */
  dismissed: string[];
  mail: {
    mode: "capture" | "smtp";
  };
  /** The identity provider of the installation, by which members may sign in */
  signOn: {
    name: string;
  } | null;
  baseUrl: string;
};

export type Member = {
  /** The member's user id */
  id: string;
  userId: string;
  number: number;
  email: string;
  name: string;
  role: "viewer" | "editor" | "owner";
  /** `invited`: has an account but has not accepted yet, and has no access */
  status: "active" | "invited";
  createdAt: string;
};

export type MessageEvent = {
  id: string;
  kind: string;
  at: string;
  detail: Record<string, unknown>;
};

export type MessageFigures = {
  nodeId: string;
  sent: number;
  /** Kept instead of sent, in test mode; in no other figure */
  captured: number;
  /** Sent with a pixel: people who agreed to it. The whole of `openRate` */
  openTracked: number;
  /** Sent with links that tell of clicks. The whole of `clickRate` */
  clickTracked: number;
  delivered: number;
  opened: number;
  /** Only a mail program loaded the pictures; not in `opened` */
  machineOpened: number;
  clicked: number;
  bounced: number;
  complained: number;
  unsubscribed: number;
  /** 0 to 1; null where nothing could be seen */
  openRate: number | null;
  /** 0 to 1; null where nothing could be seen */
  clickRate: number | null;
};

export type Migration = {
  steps: {
    /** A step of an older version */
    nodeId: string;
    /** Only for this version; by default for all older versions */
    versionId?: string;
    action: "stay" | "move" | "exit";
    /** The target step; by default the step with the same id, else with the same name */
    toNodeId?: string;
    /** For this step, instead of the setting for all */
    timers?: "keep" | "recompute";
  }[];
  /** `keep`: a running timer of the same edge continues; `recompute`: all timers are recalculated. By default `recompute` for steps whose own wait changed, else `keep` */
  timers?: "keep" | "recompute";
  /** People moved per minute; all at once by default */
  perMinute?: number;
};

export type Moments = {
  now: string;
  zone: string | null;
  zoneFrom: "step" | "person" | "journey" | "workspace" | "fallback" | null;
  /** The person's trait `timezone`, which is not a time zone */
  unreadableZone: string | null;
  moments: {
    at: string;
    local: string;
  }[];
  /** Why there is no moment */
  problem: string | null;
};

export type NamedPerson = {
  personId?: string;
  userId?: string;
  anonymousId?: string;
  /** Properties of this enrollment only; they override the common ones. If a person occurs twice, the first entry is used */
  properties?: Record<string, unknown>;
};

export type NearMissGroup = {
  reason: string;
  count: number;
  samples: {
    personId: string;
    at: string;
    detail: Record<string, unknown>;
  }[];
};

export type NewApiKey = {
  id: string;
  kind: "secret" | "publishable";
  name: string;
  hint: string;
  siteId: string | null;
  /** What the key is limited to; null = no limit */
  scopes: KeyScope[] | null;
  /** Of a personal key: whom it acts for, as long as they are a member; null = the workspace */
  member: {
    id: string;
    email: string;
  } | null;
  createdAt: string;
  lastUsedAt: string | null;
  /** From then on it is refused; null = never */
  expiresAt: string | null;
  key: string;
};

export type NewProofSecret = {
  id: string;
  name: string;
  origins: string[];
  publishableKey: string | null;
  userProof: {
    mode: "off" | "warn" | "required";
    secretSince: string | null;
    hasFormerSecret: boolean;
  };
  createdAt: string;
  updatedAt: string;
  secret: string;
};

export type Notice = {
  id: string;
  kind: "alert" | "report" | "mention";
  channel: "email" | "webhook";
  recipient: string;
  /** The alert's text, or the day before which the reported week ended */
  about: string;
  status: "queued" | "sending" | "sent" | "captured" | "failed";
  error: string | null;
  createdAt: string;
  sentAt: string | null;
};

export type Occurrence = {
  journey: {
    id: string;
    name: string;
  };
  at: string;
};

export type Offer = {
  id: string;
  number: number;
  key: string;
  name: string;
  description: string | null;
  channel: string | null;
  contentId: string | null;
  rules: Record<string, unknown> | null;
  expression: string | null;
  startsAt: string | null;
  endsAt: string | null;
  priority: number;
  score: string | null;
  caps: {
    max: number;
    days: number;
  }[];
  properties: Record<string, unknown>;
  status: "active" | "scheduled" | "ended" | "archived";
  figures: OfferFigures;
  createdAt: string;
  updatedAt: string;
};

export type OfferFigures = {
  offered: number;
  /** Picks that sampling made to learn, though another offer promised more */
  explored: number;
  sent: number;
  impressions: number;
  clicks: number;
  conversions: number;
  dismissals: number;
};

export type Operation = {
  id: string;
  kind: string;
  journeyId: string | null;
  status: "waiting" | "running" | "done" | "cancelled" | "failed";
  done: number;
  /** People it is about; exact once it is done */
  total: number | null;
  /** Additional results of the operation */
  result: Record<string, unknown> | null;
  error: string | null;
  /** Whether it can be cancelled now; completed work is kept */
  cancellable: boolean;
  createdAt: string;
  finishedAt: string | null;
};

export type Order = {
  id: string;
  externalId: string;
  personId: string;
  status: string;
  /** The events that this emitted, in order */
  events: string[];
};

export type Overview = {
  data: OverviewJourney[];
  meta: PageMeta;
  /** Of all journeys that match, not only of the page */
  totals: {
    enrolled: number;
    active: number;
    completed: number;
    stopped: number;
    failed: number;
    converted: number;
    /** What the reached goals are worth, in `currency` */
    value: number;
    journeys: number;
    messages: {
      sent: number;
      /** Kept instead of sent, in test mode; in no other figure */
      captured: number;
      delivered: number;
      opened: number;
      clicked: number;
      bounced: number;
      complained: number;
      unsubscribed: number;
      /** 0 to 1; null where there is nothing to take a share of */
      openRate: number | null;
      /** 0 to 1; null where there is nothing to take a share of */
      clickRate: number | null;
    };
  };
  /** Of the workspace, such as EUR; null = none is set */
  currency: string | null;
};

export type OverviewJourney = {
  enrolled: number;
  active: number;
  completed: number;
  stopped: number;
  failed: number;
  converted: number;
  /** What the reached goals are worth, in `currency` */
  value: number;
  id: string;
  name: string;
  status: "DRAFT" | "PUBLISHED" | "PAUSED" | "ARCHIVED";
  /** The number of the published version */
  version: number | null;
  hasGoal: boolean;
  /** `converted` of `enrolled`, 0 to 1; null without a goal or enrollments */
  goalRate: number | null;
  messages: {
    sent: number;
    /** Kept instead of sent, in test mode; in no other figure */
    captured: number;
    delivered: number;
    opened: number;
    clicked: number;
    bounced: number;
    complained: number;
    unsubscribed: number;
    /** 0 to 1; null where there is nothing to take a share of */
    openRate: number | null;
    /** 0 to 1; null where there is nothing to take a share of */
    clickRate: number | null;
  };
};

export type PageMeta = {
  total: number;
  page: number;
  limit: number;
  totalPages: number;
  /** `total` is an estimate, as there are more than ten thousand */
  isAbout?: boolean;
  /** For `cursor`: the page after this one; null on the last one. Only long lists have it */
  nextCursor?: string | null;
};

export type Passkey = {
  id: string;
  name: string;
  /** Whether a password manager keeps it on several devices */
  isBackedUp: boolean;
  createdAt: string;
  lastUsedAt: string | null;
};

export type PeopleChange = {
  type: "tag";
  tag: string;
} | {
  type: "untag";
  tag: string;
} | {
  type: "add_to_segment";
  segmentId: string;
} | {
  type: "remove_from_segment";
  segmentId: string;
} | {
  type: "enroll";
  journeyId: string;
} | {
  type: "take_out";
  journeyId: string;
} | {
  type: "erase";
  /** How many people this erases, as a confirmation; any other number is refused */
  people: number;
};

export type PeopleImport = {
  id: string;
  name: string | null;
  /** Rows of the list */
  rows: number;
  /** Rows that cannot be read; they are not stored */
  refused: number;
  /** People created so far */
  created: number;
  /** Rows so far that changed somebody who was there, be it by an earlier row */
  updated: number;
  delimiter: string;
  columns: {
    name: string;
    to: "userId" | "anonymousId" | "trait" | "tags" | "stage" | "subscribed" | "unsubscribed" | "skip";
    trait?: string;
    /** How a trait is read; text unless given */
    form?: "text" | "number" | "boolean";
    note: string | null;
  }[];
  createdBy: string;
  createdAt: string;
  operation: Operation;
};

export type PeopleImportPreview = {
  /** Rows of the list */
  rows: number;
  /** Rows that cannot be read; they are not stored */
  refused: number;
  /** The first 1,000 */
  refusedRows: RefusedRow[];
  delimiter: string;
  columns: {
    name: string;
    to: "userId" | "anonymousId" | "trait" | "tags" | "stage" | "subscribed" | "unsubscribed" | "skip";
    trait?: string;
    /** How a trait is read; text unless given */
    form?: "text" | "number" | "boolean";
    note: string | null;
  }[];
  /** The first rows as they would be stored */
  first: Record<string, unknown>[];
  notes: string[];
};

export type Person = {
  id: string;
  externalId: string | null;
  anonymousId: string | null;
  traits: Record<string, unknown>;
  tags: string[];
  stage: string | null;
  segments: {
    id: string;
    key: string;
    name: string;
  }[];
  lastSeenAt: string | null;
  createdAt: string;
  updatedAt: string;
};

export type PersonConsent = {
  addresses: {
    channel: "email" | "sms" | "push";
    address: string;
    suppressed: boolean;
    /** All that this address ever had, the latest first */
    entries: Suppression[];
  }[];
  subscriptions: {
    /** Null: all topics */
    topicId: string | null;
    /** The key of the topic */
    topic: string | null;
    /** Null: all channels */
    channel: "email" | "sms" | "push" | null;
    state: "subscribed" | "unsubscribed" | "pending";
    source: string;
    at: string;
  }[];
  topics: {
    topicId: string;
    topic: string;
    name: string;
    receives: boolean;
    /** False: the topic's default holds */
    answered: boolean;
  }[];
  tracking: {
    opens: boolean;
    clicks: boolean;
    /** False: the workspace's default holds */
    answered: boolean;
  };
  frequency: "daily" | "weekly" | "monthly" | null;
  snoozedUntil: string | null;
  history: {
    id: string;
    at: string;
    what: "subscription" | "track_opens" | "track_clicks" | "frequency" | "snooze";
    topic: string | null;
    channel: string | null;
    from: string | null;
    to: string | null;
    source: string;
    reason: string | null;
  }[];
  /** The signed address of the person's preference page */
  preferencesUrl: string;
};

export type PersonExportLine = {
  /** The first line */
  kind: "person";
  personId: string;
  exportedAt: string;
  /** Tables that are left out, with the reason */
  leftOut: Record<string, string>;
} | {
  kind: "row";
  table: string;
  row: Record<string, unknown>;
} | {
  /** The last line; without it the export is not whole */
  kind: "end";
  /** Rows of each table */
  tables: Record<string, number>;
};

export type PersonReference = {
  personId?: string;
  userId?: string;
  anonymousId?: string;
};

export type PickedElement = {
  /** How the element is found again, as a document has it */
  target: Record<string, unknown>;
  /** Elements that fit as well as this one, itself included */
  matches: number;
  score: number;
  /** The score of the next best element */
  runnerUp: number;
  words: string;
  url: string;
};

export type PlaceJourney = {
  id: number;
  placeId: number;
  /** The member who owns the key with which it was made */
  userId: number | null;
  name: string;
  description: string | null;
  triggerEvent: "manual" | "order.created" | "order.updated" | "order.closed" | "campaign.public.started" | "campaign.private.started" | "account.created" | "account.updated" | "account.tier.upgraded" | "account.tier.downgraded" | "account.tier.extended" | "account.classification.became_vip" | "account.classification.became_new" | "account.classification.became_active" | "account.classification.became_inactive" | "account.classification.became_slipping_away" | "account.classification.became_churned";
  machineConfig: MachineConfig | Record<string, unknown> | null;
  active: boolean;
  /** Unix seconds */
  created: number;
  /** Unix seconds */
  updated: number;
};

export type Plan = {
  id: string;
  journey: {
    id: string;
    shortId: string;
    name: string;
    revision: number;
  };
  status: "pending" | "approved" | "rejected" | "void";
  title: string;
  reason: string | null;
  /** The revision of the draft that was looked at */
  revision: number;
  migration: Migration | null;
  includePresent: boolean;
  effect: PlanEffect;
  /** What the draft changes of the version that is published; null = none is, or it was not noted */
  difference: VersionDifference | null;
  backtest: Backtest | null;
  proposedBy: {
    kind: "user" | "key";
    id: string;
    name: string;
  };
  decidedBy: {
    kind: "user" | "key";
    id: string;
    name: string;
  } | null;
  decidedAt: string | null;
  /** What was said with the decision, or why it is void */
  note: string | null;
  /** The counts that made it void */
  drift: {
    count: string;
    planned: number;
    now: number;
    allowed: number;
  }[];
  /** Whether the caller may approve it */
  mayDecide: boolean;
  createdAt: string;
};

export type PlanEffect = {
  /** People inside, on any version */
  people: number;
  stay: number;
  move: number;
  exit: number;
  /** Of those who move: how many would continue or be sent something at once */
  dueAtOnce: number;
  /** People whom publishing enrolls: present members and the audience */
  entering: number;
  steps: {
    name: string;
    /** What people read for the step */
    label: string | null;
    version: number;
    people: number;
    change: "same" | "changed" | "removed";
    action: "stay" | "move" | "exit";
    /** The step of the new version to which they move */
    to: string | null;
    toLabel: string | null;
    timers: "keep" | "recompute" | null;
    dueAtOnce: number;
  }[];
  /** How far each count may drift until the approval: the larger of the two */
  tolerance: {
    percent: number;
    people: number;
  };
};

export type PlanInput = {
  /** By id, `jrn_…`, key or number */
  journeyId: string;
  title: string;
  /** Why, for the person who decides */
  reason?: string | null;
  /** The revision of the draft: 412 if it is another one */
  revision: number;
  migration?: Migration | null;
  includePresent?: boolean;
  /** Replays the past through the draft, by default 30 days and 1,000 people; null = none */
  backtest?: {
    days: number;
    people?: number;
  } | null;
};

export type PreviewLink = {
  id: string;
  mode: "pick" | "show";
  /** The address to open; only where the link was made */
  url: string | null;
  expiresAt: string;
  status: "waiting" | "opened" | "picked" | "expired";
  picked: PickedElement | null;
};

export type Problem = {
  code: string;
  severity: "error" | "warning";
  nodeId: string | null;
  edgeId: string | null;
  field: string | null;
  /** JSON pointer to the field: in `nodes` or `edges`, or in the journey */
  pointer: string;
  message: string;
};

export type ProblemDocument = {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  errors: {
    pointer: string;
    field: string | null;
    nodeId?: string;
    edgeId?: string;
    code?: string;
    message: string;
  }[];
  requestId: string;
};

export type PropertyCatalog = {
  events: {
    name: string;
    count: number;
    firstSeenAt: string;
    lastSeenAt: string;
    properties: CatalogField[];
  }[];
  traits: CatalogField[];
  /** Tags, stages and the shares of traits are counted among so many people */
  sampledPeople: number;
  tags: {
    name: string;
    count: number;
  }[];
  stages: {
    name: string;
    count: number;
  }[];
  segments: {
    id: string;
    number: number;
    key: string;
    name: string;
    kind: "static" | "rules";
    members: number;
  }[];
};

export type Provider = {
  service: "sms" | "web_push" | "fcm" | "apns" | "ses" | "sendgrid" | "postmark" | "mailgun" | "resend" | "sparkpost" | "smtp" | "endpoints";
  /** null = not set up */
  settings: Record<string, unknown> | null;
  /** The names of the secrets that are kept; they are never shown */
  secrets: string[];
  /** false: SOJOURN_SECRET has changed since, so that the secrets have to be entered again */
  isReadable: boolean;
  /** The address for the provider’s reports */
  feedbackUrl: string | null;
  updatedAt: string | null;
};

export type PublishPreview = {
  /** The number that the version would get */
  version: number;
  /** The revision of the draft that was checked */
  revision: number;
  people: number;
  /** Of them, those who stay on their version under the plan */
  stay: number;
  move: number;
  exit: number;
  steps: {
    versionId: string;
    versionNumber: number;
    nodeId: string;
    name: string;
    /** What people read for the step */
    label: string;
    type: "TRIGGER" | "CONTENT" | "ACTION" | "DECIDE" | "LIVE_DATA" | "WAIT" | "WAIT_FOR_EVENT" | "WAIT_FOR_CONDITION" | "CONDITION" | "SPLIT" | "GOAL_CHECK" | "EXIT";
    people: number;
    /** Of them, held by the pause that publishing would end */
    held: number;
    change: "same" | "changed" | "removed";
    action: "stay" | "move" | "exit";
    /** Where they would go: as planned, else the step with the same id or name, else the next step after it */
    toNodeId: string | null;
    /** What happens to running waits: as planned, else `recompute` where the step's own wait changed */
    timers: "keep" | "recompute";
    /** How many of those who move would continue or be sent something immediately; an estimate for more than 1,000 people on a step */
    dueAtOnce: number;
  }[];
  /** Triggers on entering a segment, with the people who are in it now: `includePresent` enrolls them */
  present: {
    nodeId: string;
    segmentId: string;
    segmentName: string;
    people: number;
    /** The current version is not triggered by this segment */
    isNew: boolean;
  }[];
  problems: Problem[];
};

export type ReachCount = {
  total: number;
  reachable: number;
  /** False: counted from a sample of 10,000 people */
  exact: boolean;
  sampled: number;
  /** A person may have several */
  reasons: {
    code: string;
    label: string;
    people: number;
  }[];
};

export type Recommendation = {
  type: "template";
  data: {
    slug?: string;
    name: string;
    subject?: string | null;
    html?: string | null;
    text?: string | null;
    body?: Record<string, unknown>;
    mail?: MailDesign | null;
    /** For emails and webhooks: what happens to a message in which a variable without the filter `default` is empty, or a calculation does not result in a number. `send` sends it anyway, `skip` does not send it and the person continues, `fail` is a failed delivery. */
    onEmpty?: "send" | "skip" | "fail";
    /** True for receipts, passwords and the like: it passes what people subscribed to. It holds at once, for queued messages too */
    transactional?: boolean;
    /** What a person subscribes to in order to receive it: a topic by id or key */
    topicId?: string | null;
    number?: number;
    type?: "email" | "sms" | "push" | "webhook" | "flow" | "tooltip" | "modal" | "banner" | "checklist" | "survey" | "snippet" | "layout";
    /** The name by which journeys of this tree use it: `templateRef` */
    localRef?: string;
  };
  children?: Recommendation[];
} | {
  type: "journey";
  data: {
    name: string;
    description?: string | null;
    trigger_event?: string;
    triggerEvent?: string;
    machine_config?: unknown;
    machineConfig?: unknown;
    localRef?: string;
  };
  children?: Recommendation[];
};

export type RecordedOutcome = {
  status: "accepted" | "duplicate";
  /** The offer for which it counts */
  offerId: string | null;
  enrollmentId: string | null;
};

export type RefusedMessage = {
  /** changed = stored, but not exactly as received */
  outcome: "refused" | "changed";
  reason: "invalid" | "no_person" | "reserved_name" | "unproved" | "unstorable" | "not_stored" | "time_unreadable" | "time_ahead" | "text_mended" | "unproved_stored";
  field: string;
  count: number;
  firstAt: string;
  lastAt: string;
  samples: {
    at: string;
    /** The address it was sent to */
    path: string;
    /** The full path of the field */
    field: string | null;
    message: string;
    userId: string | null;
    anonymousId: string | null;
    /** The message as JSON, cut after 1,000 characters */
    text: string;
  }[];
};

export type RefusedRow = {
  line: number;
  column: string | null;
  message: string;
};

export type RejectedSignal = {
  id: string;
  personId: string;
  /** The kind of signal: event, patch, enroll, stop, delivery and others */
  kind: string;
  /** The signal as it was accepted */
  payload: Record<string, unknown>;
  reason: "refused" | "process_died";
  error: string;
  receivedAt: string;
  rejectedAt: string;
};

export type RemovedDemo = {
  people: number;
  journeys: number;
};

export type ReplayedSignals = {
  replayed: number;
  /** How many are still kept; 1001 stands for more than 1,000 */
  left: number;
  /** Changes to a person from which fields were skipped, because a later change has set them */
  superseded: {
    id: string;
    fields: string[];
  }[];
};

export type ReportedUserEvent = {
  id: string;
  name: string;
  personId: string;
  receivedAt: string;
};

export type ResumePreview = {
  /** People who are in the journey */
  inside: number;
  /** People with overdue steps or queued actions from the pause; the others keep waiting */
  due: number;
};

export type Retention = {
  kinds: {
    kind: "events" | "receipts" | "surveyAnswers" | "testSends" | "refusedMessages" | "rejectedSignals" | "auditLog";
    /** `retention` of the workspace’s settings */
    keepDays: number | null;
    /** What holds without it; null = forever */
    installationDays: number | null;
    least: number;
    most: number;
  }[];
  /** The latest 50 receipts, the newest first */
  purges: {
    id: string;
    kind: "events" | "receipts" | "surveyAnswers" | "testSends" | "refusedMessages" | "rejectedSignals" | "auditLog";
    keepDays: number;
    /** What is older is gone */
    until: string;
    rows: number;
    startedAt: string;
    /** null = it was interrupted, and a later run went on */
    finishedAt: string | null;
  }[];
};

export type RetriedDeliveries = {
  retried: number;
  /** Another call takes the rest */
  more: boolean;
};

export type RulesPreview = {
  of: "people" | "events";
  /** How many match; an estimate unless `isExact` */
  matching: number;
  /** How many there are */
  total: number;
  /** How many were looked at */
  looked: number;
  isExact: boolean;
  /** Ten people who match */
  inside: {
    id: string;
    externalId: string | null;
    anonymousId: string | null;
    traits: Record<string, unknown>;
  }[];
  /** Ten people who do not */
  outside: {
    id: string;
    externalId: string | null;
    anonymousId: string | null;
    traits: Record<string, unknown>;
  }[];
  /** Why it could not be computed for some of them */
  error: string | null;
};

export type SavedView = {
  id: string;
  name: string;
  path: string;
  query: string;
  /** Everyone in the workspace has it; else only who made it */
  isShared: boolean;
  mayDelete: boolean;
  createdAt: string;
};

export type SecondFactor = {
  isOn: boolean;
  /** It was not given in this session yet; nothing else may be done */
  isPending: boolean;
  /** How it can be given */
  ways: ("totp" | "passkey" | "backup_code")[];
  backupCodesLeft: number;
};

export type SeenField = {
  name: string;
  /** How many of the sampled ones have it */
  count: number;
  /** `string number boolean null object`, or of lists `array:` and the types of their items */
  types: {
    type: string;
    count: number;
  }[];
};

export type Segment = {
  id: string;
  number: number;
  key: string;
  /** Keys that it had; they still lead to it */
  formerKeys: string[];
  name: string;
  description: string | null;
  kind: "static" | "rules";
  rules: Record<string, unknown> | null;
  revision: number;
  builtAt: string | null;
  createdAt: string;
  updatedAt: string;
  _count: {
    members: number;
  };
};

export type SegmentUse = {
  kind: "journey" | "segment" | "offer" | "decision flow";
  id: string;
  name: string;
  /** Of a journey: whether its draft or a version uses it */
  detail: string | null;
};

export type SenderIdentity = {
  id: string;
  key: string;
  number: number;
  email: string;
  name: string | null;
  status: "unverified" | "verified";
  verifiedAt: string | null;
  verifiedBy: "link" | "dns" | "declaration" | null;
  isDefault: boolean;
  link: {
    status: "queued" | "sending" | "sent" | "failed";
    expiresAt: string;
    error: string | null;
  } | null;
  dns: {
    name: string;
    value: string;
  };
  createdAt: string;
  updatedAt: string;
};

export type SendingPolicies = {
  quietHours: {
    /** Wall clock time of the person, `HH:MM` */
    from: string;
    /** Wall clock time of the person, `HH:MM` */
    to: string;
    channels: ("email" | "sms" | "push")[];
  } | null;
  sendWindows: {
    channel: "email" | "sms" | "push";
    /** 1 is Monday, 7 is Sunday: the day on which the window opens */
    days: number[];
    /** Wall clock time of the person, `HH:MM` */
    from: string;
    /** Wall clock time of the person, `HH:MM` */
    to: string;
  }[];
  /** For people without a time zone; null: that of the workspace */
  fallbackZone: string | null;
  caps: {
    /** `any`: all of them together; `inapp`: content shown in pages */
    channel: "email" | "sms" | "push" | "inapp" | "any";
    /** Only messages of this topic; null: all */
    topicId: string | null;
    limit: number;
    period: {
      kind: "rolling";
      hours: number;
    } | {
      kind: "calendar";
      unit: "day" | "week" | "month";
    };
    /** `hold`: until there is room, or the message expires */
    whenFull: "hold" | "skip";
  }[];
  rateLimits: {
    channel: "email" | "sms" | "push" | "webhook";
    /** One service of push messages; null: all */
    provider: "web_push" | "fcm" | "apns" | null;
    messages: number;
    perSeconds: number;
  }[];
  /** The share of people who get no marketing at all, so that its effect can be measured */
  holdout: {
    percent: number;
  } | null;
  /** 0: nothing was set yet */
  revision: number;
  updatedAt: string | null;
};

export type Session = {
  id: string;
  /** Browser and system, or the name of the program */
  device: string;
  /** The network address of the sign-in */
  address: string | null;
  createdAt: string;
  /** To the minute */
  lastSeenAt: string;
  expiresAt: string;
  /** The one that makes this request */
  isCurrent: boolean;
};

export type Site = {
  id: string;
  name: string;
  origins: string[];
  publishableKey: string | null;
  userProof: {
    mode: "off" | "warn" | "required";
    secretSince: string | null;
    hasFormerSecret: boolean;
  };
  createdAt: string;
  updatedAt: string;
};

export type Split = {
  nodeId: string;
  name: string;
  allocation: "fixed" | "thompson";
  /** People on every path before shares are learned */
  minSample: number;
  /** Percent that every path keeps while shares are learned */
  minShare: number;
  sticky: boolean;
  branches: {
    edgeId: string;
    /** The edge's name */
    key: string;
    label: string;
    /** Share of 100 on the canvas */
    weight: number;
    /** Share of 100 by which new people are assigned */
    currentWeight: number;
    holdout: boolean;
    /** People whose first visit took this path; the same as `people` */
    entered: number;
    /** People whose first visit took this path, each once */
    people: number;
    /** All visits of this path, including repeated visits */
    visits: number;
    /** Those of the people who reached the goal afterwards */
    converted: number;
    rate: number;
    /** Wilson's 95 % interval of the rate */
    interval: [number, number];
    /** The probability that this path has the highest rate; null for the holdout */
    probabilityBest: number | null;
    /** The improvement over the holdout, as a share of its rate, with a 95 % interval */
    lift: {
      value: number;
      interval: [number, number];
    } | null;
  }[];
  promotedEdgeId: string | null;
  /** When the current shares replaced the shares of the canvas */
  reweightedAt: string | null;
};

export type StepTimes = {
  /** The most recent visits that have ended, up to about 2,000 of all steps together */
  finished: {
    p50: number | null;
    p90: number | null;
    mean: number | null;
    visits: number;
    histogram: {
      /** Seconds, included */
      from: number;
      /** Seconds, not included; null = no end */
      to: number | null;
      count: number;
    }[];
  };
  waiting: {
    /** People who were looked at */
    people: number;
    /** More people wait here than were looked at */
    isSample: boolean;
    histogram: {
      /** Seconds, included */
      from: number;
      /** Seconds, not included; null = no end */
      to: number | null;
      count: number;
    }[];
    /** Those who have been here at least `longerThan` seconds */
    longer: number;
    /** Up to 100 of them, the longest wait first */
    longest: {
      enrollmentId: string;
      personId: string;
      personLabel: string;
      since: string;
    }[];
  };
};

export type Suppression = {
  id: string;
  channel: "email" | "sms" | "push";
  /** Null once a person with this address was erased */
  address: string | null;
  reason: "hard_bounce" | "complaint" | "soft_bounces" | "manual" | "stop_word" | "provider";
  source: string;
  detail: string | null;
  at: string;
  /** When it ends by itself */
  until: string | null;
  liftedAt: string | null;
  liftedBy: string | null;
  liftReason: string | null;
};

export type SurveyQuestionResult = {
  id: string;
  type: "nps" | "csat" | "rating" | "single" | "multiple" | "text";
  title: string;
  /** Sets that came to this question */
  asked: number;
  answered: number;
  /** Sets that came to it and did not continue */
  dropped: number;
  options: {
    /** The id of the option, or the number */
    option: string;
    label: string;
    count: number;
  }[];
  score: {
    mean: number;
    /** Promoters minus detractors, in percent; null: of another question */
    nps: number | null;
    promoters: number;
    passives: number;
    detractors: number;
    /** Part of 4 and 5 in percent; null: of another question */
    satisfied: number | null;
  } | null;
};

export type SurveyResponse = {
  id: string;
  revision: number;
  /** Null: answered by a link for everyone */
  personId: string | null;
  /** An address or an id by which the person is known */
  person: string | null;
  source: "page" | "link";
  /** The delivery, journey, enrollment and step that led to it */
  place: Record<string, unknown>;
  answers: Record<string, number | string | string[] | null>;
  score: number | null;
  startedAt: string;
  /** Null: it was left before the end */
  completedAt: string | null;
};

export type SurveyResults = {
  id: string;
  key: string;
  name: string;
  from: string;
  to: string;
  revision: number | null;
  /** Those with answers, the newest first */
  revisions: number[];
  /** How often pages showed it */
  shown: number;
  /** Sets with an answer at least */
  started: number;
  completed: number;
  questions: SurveyQuestionResult[];
  days: {
    day: string;
    started: number;
    completed: number;
    nps: number | null;
  }[];
};

export type TakenBundle = {
  dryRun: boolean;
  parts: BundlePart[];
  /** The draft; null in a dry run */
  journey: JourneyDetail | null;
  /** What the draft still needs before it can be published */
  warnings: Problem[];
};

export type TemplateVariable = {
  /** As it is written in a template, such as `traits.plan` */
  name: string;
  text: string;
  kind: "built-in" | "workspace" | "trait" | "step";
};

export type TemplateWords = {
  variables: TemplateVariable[];
  filters: string[];
  tags: string[];
};

export type TestRun = {
  steps: {
    at: string;
    fromNodeId: string | null;
    toNodeId: string | null;
    edgeId: string | null;
    cause: string;
    receipt: Record<string, unknown>;
    sentence: string;
  }[];
  deliveries: {
    at: string;
    nodeId: string;
    name: string;
    contentType: string;
    contentId: string;
    contentName: string | null;
    subject: string | null;
    recipient: string | null;
    variables: Record<string, unknown>;
    /** false = cancelled, because the person left the journey first */
    sent: boolean;
  }[];
  outcome: {
    status: "active" | "completed" | "stopped" | "failed" | "not_entered";
    exitReason: string | null;
    nearMiss: string | null;
    sentence: string;
  };
  path: {
    nodeIds: string[];
    edgeIds: string[];
  };
};

export type TestRunNote = {
  id: string;
  at: string;
  /** The member’s name, or the name of the key */
  by: string;
  /** null = a sample person */
  personId: string | null;
  outcome: string;
};

export type TestSend = {
  id: string;
  to: string;
  subject: string;
  personId: string | null;
  status: "queued" | "sending" | "sent" | "captured" | "failed";
  error: string | null;
  sentBy: string;
  createdAt: string;
  sentAt: string | null;
};

export type TestedProvider = {
  status: "sent" | "failed";
  error: string | null;
  providerId: string | null;
};

export type Topic = {
  id: string;
  key: string;
  name: string;
  description: string | null;
  defaultOn: boolean;
  doubleOptIn: boolean;
  confirmationContentId: string | null;
  position: number;
  archived: boolean;
  createdAt: string;
  updatedAt: string;
};

export type TotpStart = {
  /** To type into the app; not shown again */
  secret: string;
  /** The `otpauth:` address for a QR code */
  address: string;
};

export type Transition = {
  id: string;
  fromNodeId: string | null;
  fromNodeName: string | null;
  toNodeId: string | null;
  toNodeName: string | null;
  edgeId: string | null;
  at: string;
  cause: string;
  receipt: Record<string, unknown>;
  /** Why it was made, for people */
  sentence: string;
  /** The version that the enrollment was on after it; 0 = deleted */
  versionNumber: number;
};

export type UnknownPeople = {
  count: number;
  first: {
    /** The position in the list of named people, counted from 1 */
    place: number;
    personId?: string;
    userId?: string;
    anonymousId?: string;
  }[];
};

export type V1Journey = {
  /** `jrn_…` */
  id: string;
  name: string;
  status: "draft" | "active" | "paused" | "archived";
  /** In days */
  maxDuration: number | null;
  stepCount: number;
  createdAt: string;
  updatedAt: string;
};

export type V1JourneyDetail = {
  /** `jrn_…` */
  id: string;
  name: string;
  status: "draft" | "active" | "paused" | "archived";
  /** In days */
  maxDuration: number | null;
  stepCount: number;
  createdAt: string;
  updatedAt: string;
  description: string | null;
  entryConditions: {
    segments?: (string | number)[];
    event?: string;
    minDaysSinceLastJourney?: number | {
      days: number;
      scope?: "workspace" | "journey";
      calendarDays?: boolean;
    };
    filter?: Record<string, unknown>;
    rules?: __schema0;
    expression?: string;
  };
  steps: ({
    id: string;
    type: "wait";
    config: {
      duration: number;
      unit: "minutes" | "hours" | "days";
    };
    next?: string | null;
  } | {
    id: string;
    type: "decide";
    config: {
      decisionFlowId: string | number;
      maxOffers?: number;
      storeResultAs?: string;
    };
    next?: string | null;
  } | {
    id: string;
    type: "branch";
    config: {
      conditions: {
        label: string;
        expression?: string;
        rules?: __schema0;
        targetStepId: string | null;
      }[];
      defaultTargetStepId?: string | null;
    };
    next?: string | null;
  } | {
    id: string;
    type: "send";
    config: {
      channelId: string | number;
      creativeId?: string | number;
      resultSource?: string;
    };
    next?: string | null;
  } | {
    id: string;
    type: "update";
    config: {
      operations: ({
        type: "set_attribute";
        key: string;
        value?: unknown;
        expression?: string;
      } | {
        type: "unset_attribute";
        key: string;
      } | {
        type: "add_segment";
        segment: string | number;
      } | {
        type: "remove_segment";
        segment: string | number;
      } | {
        type: "set_flag";
        key: string;
        value?: unknown;
      })[];
    };
    next?: string | null;
  })[];
  /** What a journey that was drawn elsewhere has and steps cannot say */
  losses?: {
    stepId: string | null;
    field: string;
    message: string;
  }[];
};

export type V1Problem = {
  code: string;
  severity: "error" | "warning";
  stepId: string | null;
  /** JSON pointer into the journey as this API writes it */
  pointer: string;
  message: string;
};

export type V1TestRun = {
  steps: {
    at: string;
    cause: string;
    receipt: Record<string, unknown>;
    sentence: string;
    fromStepId: string | null;
    toStepId: string | null;
  }[];
  deliveries: {
    at: string;
    contentType: string;
    contentId: string;
    contentName: string | null;
    subject: string | null;
    recipient: string | null;
    variables: Record<string, unknown>;
    /** false = cancelled, because the person left the journey first */
    sent: boolean;
    stepId: string;
  }[];
  outcome: {
    status: "active" | "completed" | "stopped" | "failed" | "not_entered";
    exitReason: string | null;
    nearMiss: string | null;
    sentence: string;
  };
};

export type V1Validation = {
  /** True when it can be activated */
  valid: boolean;
  problems: V1Problem[];
};

export type VersionDifference = {
  nodes: {
    nodeId: string;
    name: string;
    /** What people read for the step, if it has a label */
    label?: string | null;
    type: "TRIGGER" | "CONTENT" | "ACTION" | "DECIDE" | "LIVE_DATA" | "WAIT" | "WAIT_FOR_EVENT" | "WAIT_FOR_CONDITION" | "CONDITION" | "SPLIT" | "GOAL_CHECK" | "EXIT";
    change: "added" | "removed" | "changed" | "moved";
    fields: {
      path: string;
      before: unknown;
      after: unknown;
    }[];
  }[];
  edges: {
    edgeId: string;
    name: string;
    change: "added" | "removed" | "changed";
    fields: {
      path: string;
      before: unknown;
      after: unknown;
    }[];
  }[];
  settings: {
    path: string;
    before: unknown;
    after: unknown;
  }[];
};

export type WebAuthnOptions = {
  challenge: string;
  [name: string]: unknown;
};

export type Workspace = {
  id: string;
  placeId: number;
  name: string;
  slug: string;
  timezone: string;
  isDemo: boolean;
  settings: Record<string, unknown>;
  createdAt: string;
  updatedAt: string;
};

export type __schema0 = {
  all?: ({
    field: string;
    op: "eq" | "ne" | "gt" | "gte" | "lt" | "lte" | "in" | "contains" | "exists" | "matches" | "before" | "after" | "within_next" | "within_last" | "is_today" | "anniversary_today";
    value?: unknown;
  } | {
    event: string;
    count?: Record<string, number>;
    within?: string | number | Record<string, unknown>;
    filter?: Record<string, unknown>;
  } | {
    segment: string | number;
    not?: boolean;
  } | __schema0)[];
  any?: ({
    field: string;
    op: "eq" | "ne" | "gt" | "gte" | "lt" | "lte" | "in" | "contains" | "exists" | "matches" | "before" | "after" | "within_next" | "within_last" | "is_today" | "anniversary_today";
    value?: unknown;
  } | {
    event: string;
    count?: Record<string, number>;
    within?: string | number | Record<string, unknown>;
    filter?: Record<string, unknown>;
  } | {
    segment: string | number;
    not?: boolean;
  } | __schema0)[];
  not?: boolean;
};
