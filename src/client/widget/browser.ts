export type { PanelSettings } from './panel-settings.ts';
export type { LoaderText } from './loader-text.ts';
export type { Place } from './place.ts';
