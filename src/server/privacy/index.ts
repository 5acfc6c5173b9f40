export {
  loadPersonalData,
  type KeepSetting,
  type PersonalData,
  type PersonalRecord,
} from './personal-data.ts';
export { draftFolder, noteDraft } from './guide-drafts.ts';
export { openSubjects, type Subjects } from './open-subjects.ts';
export { SUBJECT_COMMANDS } from './subject-commands.ts';
export type { Erased, Subject, SubjectData } from './subject-data.ts';
