type State = { errors: Record<string, string>; values: Record<string, string[]> };

/**
 * On a page with several forms: the refusal, if it is this form's, told by the fields that name it. What concerns no single field is left
 * out, for Refusal says it at the top of the page: the form may be gone by then.
 */
export function stateFor(state: State | undefined, marks: Record<string, string>): State | undefined {
  if (!state || !Object.entries(marks).every(([name, value]) => state.values[name]?.[0] === value)) return undefined;
  const { form: _, ...errors } = state.errors;
  return { ...state, errors };
}
