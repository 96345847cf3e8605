import { useTranslation } from 'react-i18next';
import type { Language } from './language';

/** The language of the page; components that show texts of the API in it are drawn anew when it changes. */
export function useLanguage(): Language {
  const { i18n } = useTranslation('common');
  return i18n.language === 'en' ? 'en' : 'vi';
}
