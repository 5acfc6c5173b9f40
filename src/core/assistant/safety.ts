/** What guards a reader: how urgent words, secrets and personal data in a message are found. */
export interface Safety {
  /** True when money, an account or a person is in danger now. */
  isUrgent(text: string): boolean;
  /** What danger it is: a key of the `situations` of `content/policy/urgent.yaml`; absent where none is told apart. */
  situationOf?(text: string): string | undefined;
  /** The danger to a life that it is or may well be, as above; a life in doubt counts. */
  lifeInDangerOf?(text: string): string | undefined;
  /** True when the text holds a code, PIN, password or card number that nobody else may know. */
  holdsSecret(text: string): boolean;
  /** The text without personal data. */
  mask(text: string): string;
}
