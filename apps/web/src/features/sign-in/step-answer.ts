/** What each step of signing in tells of where it has come to. */
export interface StepAnswer {
  readonly stage: string;
  readonly csrfToken: string;
}
