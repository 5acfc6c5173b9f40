/** One setting with a value that cannot be used. */
export interface SettingProblem {
  readonly name: string;
  readonly problem: string;
  /** A value that would work. */
  readonly example: string;
}

/** The environment holds wrong settings; the message lists all of them, without their values: one may be a key. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly problems: readonly SettingProblem[];

  constructor(problems: readonly SettingProblem[]) {
    const lines = problems.map(
      ({ name, problem, example }) => `${name} ${problem}\n  → for example ${name}=${example}`,
    );
    super(`The settings cannot be used:\n\n${lines.join('\n')}`);
    this.problems = problems;
  }
}
