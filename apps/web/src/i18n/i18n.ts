import { type BackendModule, createInstance, type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { currentLanguage, keepLanguage, type Language } from './language';

type Load = () => Promise<{ default: ResourceKey }>;

// A namespace is a feature: its texts come with its pages.
const files = import.meta.glob<{ default: ResourceKey }>([
  '../features/*/locales/*.json',
  '../locales/*.json',
]) as Record<string, Load>;

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const path =
      namespace === 'common' ? `../locales/${language}.json` : `../features/${namespace}/locales/${language}.json`;
    const load = files[path];
    if (!load) return done(new Error(`There is no ${path}`), null);
    load().then(
      (module) => done(null, module.default),
      (error: unknown) => done(error as Error, null),
    );
  },
};

export const i18n = createInstance();

/** Resolves once the texts of the frame are there. */
export async function startI18n(): Promise<void> {
  await i18n
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: currentLanguage(),
      fallbackLng: false,
      supportedLngs: ['vi', 'en'],
      ns: ['common'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
      saveMissing: true,
      missingKeyHandler: (_languages, namespace, key) => {
        // eslint-disable-next-line no-console -- a defect; the stories in test/web fail on it
        console.error(`No text for ${namespace}:${key}`);
      },
    });
  document.documentElement.lang = i18n.language;
}

export async function switchLanguage(language: Language): Promise<void> {
  keepLanguage(language);
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}

export const languageNow = (): Language => (i18n.language === 'en' ? 'en' : 'vi');
