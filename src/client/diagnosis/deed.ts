import type { Choice } from '../../core/assistant/browser.ts';

/** What a reader did, in the form that the server takes. */
export type Deed = { readonly text: string } | { readonly choice: Choice };
