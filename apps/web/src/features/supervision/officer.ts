/** An officer whose searches are looked at; null: the account is gone. */
export interface Officer {
  readonly officerId: string;
  readonly officerName: string | null;
}
