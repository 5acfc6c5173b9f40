/** Renderings of one meaning, to be near one another in the model. */
export interface Example {
  /** Indonesian; the first is the plainest, and stands for the others before a teacher. May be empty. */
  readonly id: readonly string[];
  /** English, likewise. */
  readonly en: readonly string[];
  /** How heavily it counts; 1 is usual. */
  readonly weight: number;
  /** Where it comes from, as the model card lists it. */
  readonly source: string;
}
