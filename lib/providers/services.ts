/** What a workspace can be connected to: ways to send, mail providers that report what happened to mail, what steps ask. */
export const SENDING_SERVICES = ["sms", "web_push", "fcm", "apns"] as const;
/** The channel whose messages each service sends. */
export const CHANNEL_OF_SERVICE = { sms: "sms", web_push: "push", fcm: "push", apns: "push" } as const satisfies Record<
  SendingService,
  string
>;
export const REPORTING_SERVICES = ["ses", "sendgrid", "postmark", "mailgun", "resend", "sparkpost", "smtp"] as const;
/** What steps ask for data. */
export const ASKED_SERVICES = ["endpoints"] as const;
export const PROVIDER_SERVICES = [...SENDING_SERVICES, ...REPORTING_SERVICES, ...ASKED_SERVICES] as const;

export type SendingService = (typeof SENDING_SERVICES)[number];
export type ReportingService = (typeof REPORTING_SERVICES)[number];
export type ProviderService = (typeof PROVIDER_SERVICES)[number];

export const isSendingService = (service: string): service is SendingService =>
  SENDING_SERVICES.some((one) => one === service);
export const isReportingService = (service: string): service is ReportingService =>
  REPORTING_SERVICES.some((one) => one === service);
