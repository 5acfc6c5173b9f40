export {
  openWebhooks,
  WebhookRefusedError,
  type EndpointName,
  type Webhooks,
  type WebhookSettings,
} from './webhook.ts';
