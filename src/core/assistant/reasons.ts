/** What brings a person at once. `wish` is the reader's own. */
export const AT_ONCE_REASONS = ['wish', 'risk', 'amount', 'service', 'incident'] as const;
export type AtOnceReason = (typeof AT_ONCE_REASONS)[number];

/** What a person is offered for while the conversation goes on. */
export const OFFER_REASONS = ['vague-wish', 'anger', 'said-again', 'distress', 'vulnerable'] as const;
export type OfferReason = (typeof OFFER_REASONS)[number];

/** Where the assistant can do no more, and the packet is offered. */
export const END_REASONS = ['no-guide', 'turned-down', 'steps-tried'] as const;
export type EndReason = (typeof END_REASONS)[number];

/** Why the conversation stands at a handover. */
export type HandoffReason = AtOnceReason | EndReason;

/** The ways to a person. */
export const CHANNEL_KEYS = ['desk', 'mail', 'phone', 'contacts'] as const;
export type ChannelKey = (typeof CHANNEL_KEYS)[number];

/** What a way to a person may need: a desk that takes conversations, a connection. */
export const NEEDS = ['desk', 'network'] as const;
export type Need = (typeof NEEDS)[number];
