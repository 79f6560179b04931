/** What a workspace says about the services that send its messages and report on them; nothing is called here. */
export { type Endpoint, EndpointSecrets, EndpointSettings } from "./endpoints.ts";
export {
  ApnsSecrets,
  ApnsSettings,
  FcmSecrets,
  FcmSettings,
  WebPushSecrets,
  WebPushSettings,
} from "./push.ts";
export {
  CHANNEL_OF_SERVICE,
  isReportingService,
  isSendingService,
  PROVIDER_SERVICES,
  type ProviderService,
  REPORTING_SERVICES,
  type ReportingService,
  SENDING_SERVICES,
  type SendingService,
} from "./services.ts";
export { PROVIDER_SET_UPS } from "./set-up.ts";
export { type GatewaySettings, SMS_TEMPLATES, SmsSecrets, SmsSettings, type TwilioSettings } from "./sms.ts";
