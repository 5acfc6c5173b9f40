export * from './browser.ts';
export type { BusinessTime } from './business-time.ts';
export { DeskPolicyError, readDeskPolicy, type DeskPolicy } from './desk-policy.ts';
export { findUndecidedYears, type DeskRules } from './desk-rules.ts';
export { fillMacro, variablesOf, type FilledMacro } from './fill-macro.ts';
export { newTextOf } from './new-text.ts';
export { HolidaysError, readHolidays, type Holidays } from './holidays.ts';
export { businessTimeOf, morePressing, priorityFor, reckonDue, type PriorityFacts } from './reckon-due.ts';
export { readReference, writeReference } from './reference.ts';
