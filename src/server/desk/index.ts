export { openPresence, type Presence } from './presence.ts';
export { readDeskStory, type StorySources } from './read-desk-story.ts';
export { suggestGuides, type SuggestionSources, type SuggestionSubject } from './suggest-guides.ts';
export { draftReply, likeliest, type ModelDrafts } from './draft-reply.ts';
export { draftGuide, type GuideDraftMeans } from './draft-guide.ts';
