/** Input that has no answer; says which field is at fault. */
export class ProblemIn extends Error {
  readonly field: string;

  constructor(field: string, problem: string) {
    super(`${field}: ${problem}`);
    this.name = "ProblemIn";
    this.field = field;
  }
}
