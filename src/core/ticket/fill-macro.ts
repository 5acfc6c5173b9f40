const VARIABLE = /\{([a-z][a-zA-Z0-9]*)\}/g;

/** A macro with its variables filled in. */
export interface FilledMacro {
  readonly text: string;
  /** Variables that nobody knows a value of, each once; they stand in the text as they were. */
  readonly unknown: readonly string[];
}

/**
 * Fills `{name}` into a macro. Values are plain text: what looks like a variable in them stays as it is. An empty
 * value counts as unknown, so that the agent sees the gap.
 */
export function fillMacro(text: string, values: Readonly<Record<string, string | undefined>>): FilledMacro {
  const unknown = new Set<string>();
  const filled = text.replaceAll(VARIABLE, (written, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value !== undefined && value !== '') return value;
    unknown.add(name);
    return written;
  });
  return { text: filled, unknown: [...unknown] };
}

/** The variables of a macro, each once. */
export function variablesOf(text: string): string[] {
  return [...new Set([...text.matchAll(VARIABLE)].map(([, name = '']) => name))];
}
