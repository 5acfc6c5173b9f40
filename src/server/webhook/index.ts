export { openWebhooks, type EndpointName, type Webhooks, type WebhookSettings } from './webhook.ts';
