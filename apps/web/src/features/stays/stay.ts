import type { Output } from '@luutru/client';

/** A stay as its facility sees it. */
export type Stay = Output<'getStay'>;
