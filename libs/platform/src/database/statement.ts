export type SqlValue =
  string | number | boolean | Date | Buffer | null | readonly (string | number | null)[] | readonly Buffer[];

/** A prepared statement. `name` is unique per text: PostgreSQL plans it once per connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly SqlValue[];
}
