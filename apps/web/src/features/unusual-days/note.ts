import type { Output } from '@luutru/client';

/** What is said of one unusual day. */
export type Note = Output<'listAnomalies'>['anomalies'][number];
