import { findingCatalogue, type ScanResult } from '@luutru/identity-document';
import type { Language } from '../../../i18n/language';

const TEXTS = new Map(findingCatalogue.map((definition) => [definition.code, definition]));

/** Why a scan could not be read, and what to do. */
export function scanRefusal({ findings }: Extract<ScanResult, { ok: false }>, language: Language): string {
  return findings
    .map(({ code, params = {} }) => {
      const definition = TEXTS.get(code);
      const text = definition ? `${definition.message[language]}. ${definition.fix[language]}.` : code;
      return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
    })
    .join(' ');
}
