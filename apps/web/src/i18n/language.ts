export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = 'luutru.language';

/** Vietnamese unless this browser was told otherwise. */
export const currentLanguage = (): Language => (localStorage.getItem(KEY) === 'en' ? 'en' : 'vi');

export const keepLanguage = (language: Language): void => localStorage.setItem(KEY, language);
