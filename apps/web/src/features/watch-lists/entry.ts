import type { Output } from '@luutru/client';

export type Entry = Output<'listWatchListEntries'>['entries'][number];
