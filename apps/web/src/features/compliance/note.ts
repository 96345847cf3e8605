import type { Output } from '@luutru/client';

export type Note = Output<'listNotes'>['notes'][number];
