import type { Output } from '@luutru/client';

export type DeclaredStay = Output<'declareGroup'>['stays'][number];

/** What came of a check-in. */
export interface Declared {
  readonly stays: readonly { readonly name: string; readonly stay: DeclaredStay }[];
  readonly room: string;
}
