/** What every stage of making the model is given. */
export interface StageOptions {
  /** The project. */
  readonly root: string;
  /** The folder with `corpus/`, `lexicon/`, `catalogue/` and `eval/`, which are not in the repository. */
  readonly shared: string;
  /** Where stages leave what later stages read; may be deleted, and is then made again. */
  readonly cache: string;
  /** For the teacher's server; '' where it needs none. */
  readonly apiKey: string;
  /** Values of the command line, such as `endpoint`. */
  readonly flags: Readonly<Record<string, string>>;
  /** Tells the person who waits one line. */
  readonly report: (line: string) => void;
}
