export interface Officer {
  readonly officerId: string;
  readonly officerName: string | null;
}
