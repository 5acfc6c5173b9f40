export { createPost, type Post } from './post.ts';
export { openDelivery, type Delivery, type DeliveryParts } from './delivery.ts';
export { createMailHealth, type MailState } from './mail-health.ts';
export type { MailWay } from './mail-trouble.ts';
export { openSmtpMailer } from './smtp-mailer.ts';
export type { Mailer } from './mailer.ts';
export type { LetterGuide } from './write-letter.ts';
export { receiveMail, type ReceivingParts } from './receive-mail.ts';
