import { readBundledRows } from '@luutru/reference-data';
import type { BandRule } from '../bands';
import type { SilenceRule } from '../silence';

const value = (key: string): unknown => readBundledRows().rules.find((rule) => rule.key === key)?.value;

/** The rules as they are in force. */
export const silenceRule = value('compliance.silence') as SilenceRule;
export const bandRule = value('compliance.bands') as BandRule;
