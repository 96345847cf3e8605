import type { Output } from '@luutru/client';

/** Somebody on a list, as they are described now. */
export type Entry = Output<'listWatchListEntries'>['entries'][number];
