import type { MatchReason, ReasonCode } from './domain/match-reason';

/** Languages of the texts; Vietnamese is written first. */
type Language = 'vi' | 'en';
type Text = readonly [vi: string, en: string];

/** Text of every code; the type makes a missing one a compile error. `{name}` is a parameter of the reason. */
const TEXTS: Readonly<Record<ReasonCode, Text>> = {
  'name-same': ['tên trùng khớp', 'same name'],
  'name-similar': ['tên gần giống, mức {score}', 'similar name, {score}'],
  'name-diacritics-missing': [
    'tên {score}: một bên viết không dấu',
    'name {score}: one side is written without diacritics',
  ],
  'name-marks-lost': [
    'tên {score}: mất dấu ở âm tiết thứ {position} ({asked} / {found})',
    'name {score}: diacritics lost in word {position} ({asked} / {found})',
  ],
  'name-tone-differs': [
    'tên {score}: khác dấu ở âm tiết thứ {position} ({asked} / {found})',
    'name {score}: tone differs in word {position} ({asked} / {found})',
  ],
  'name-vowel-differs': [
    'tên {score}: khác chữ có dấu phụ ở âm tiết thứ {position} ({asked} / {found})',
    'name {score}: another letter in word {position} ({asked} / {found})',
  ],
  'name-input-remains': [
    'tên {score}: còn phím gõ Telex hoặc VNI ở âm tiết thứ {position} ({asked} / {found})',
    'name {score}: keys of Telex or VNI left in word {position} ({asked} / {found})',
  ],
  'name-typing-slip': [
    'tên {score}: có thể gõ nhầm ở âm tiết thứ {position} ({asked} / {found})',
    'name {score}: perhaps mistyped in word {position} ({asked} / {found})',
  ],
  'name-misread': [
    'tên {score}: có thể đọc nhầm mặt chữ ở âm tiết thứ {position} ({asked} / {found})',
    'name {score}: letters perhaps misread in word {position} ({asked} / {found})',
  ],
  'name-regional-spelling': [
    'tên {score}: viết theo cách phát âm địa phương ở âm tiết thứ {position} ({asked} / {found})',
    'name {score}: spelt as pronounced in some region in word {position} ({asked} / {found})',
  ],
  'name-variant': [
    'tên {score}: biến thể của cùng một tên ({asked} / {found})',
    'name {score}: variants of one name ({asked} / {found})',
  ],
  'name-transliteration': [
    'tên {score}: cách phiên âm khác ({asked} / {found})',
    'name {score}: transliterated in another way ({asked} / {found})',
  ],
  'name-order': ['tên {score}: thứ tự họ tên khác', 'name {score}: words in another order'],
  'name-joined': [
    'tên {score}: viết liền hoặc viết rời ({asked} / {found})',
    'name {score}: written together or apart ({asked} / {found})',
  ],
  'name-initial': ['tên {score}: viết tắt ({asked} / {found})', 'name {score}: an initial ({asked} / {found})'],
  'name-cut-off': ['tên {score}: bị cắt cụt ({asked} / {found})', 'name {score}: cut off ({asked} / {found})'],
  'middle-name-missing': [
    'tên {score}: một bên thiếu tên đệm {word}',
    'name {score}: middle name {word} missing on one side',
  ],
  'name-word-missing': ['tên {score}: một bên thiếu “{word}”', 'name {score}: “{word}” missing on one side'],
  'name-word-near': [
    'tên {score}: hai tên khác nhau dù gần giống ({asked} / {found})',
    'name {score}: two different names, though alike ({asked} / {found})',
  ],
  'name-word-differs': [
    'tên {score}: khác nhau ở âm tiết thứ {position} ({asked} / {found})',
    'name {score}: word {position} differs ({asked} / {found})',
  ],
  'same-number': ['trùng số giấy tờ', 'same document number'],
  'number-one-digit-differs': [
    'số giấy tờ chỉ lệch một ký tự hoặc đảo hai ký tự',
    'document number differs in one character, or two are swapped',
  ],
  'number-differs': ['số định danh khác nhau', 'personal numbers differ'],
  'birth-date-same': ['trùng ngày sinh', 'same birth date'],
  'birth-date-partial': [
    'ngày sinh khớp ở phần đã biết (năm {year})',
    'birth date agrees as far as it is known (year {year})',
  ],
  'birth-day-month-swapped': ['ngày và tháng sinh bị đảo', 'day and month of birth swapped'],
  'birth-date-one-part-differs': [
    'ngày sinh chỉ lệch ngày, tháng hoặc một chữ số của năm',
    'birth date differs in the day, the month or one digit of the year',
  ],
  'birth-year-same': ['cùng năm sinh {year}, khác ngày tháng', 'same birth year {year}, another day'],
  'birth-year-near': ['năm sinh lệch {years} năm', 'birth years {years} apart'],
  'birth-date-differs': ['ngày sinh khác nhau', 'birth dates differ'],
  'sex-same': ['cùng giới tính', 'same sex'],
  'sex-differs': ['giới tính khác nhau', 'sex differs'],
  'nationality-same': ['cùng quốc tịch ({seen})', 'same nationality ({seen})'],
  'nationality-differs': ['quốc tịch khác nhau ({listed} / {seen})', 'nationalities differ ({listed} / {seen})'],
};

/** Every reason with its text and the names of its parameters in braces. */
export const reasonCatalogue: readonly { readonly code: ReasonCode; readonly vi: string; readonly en: string }[] =
  Object.entries(TEXTS).map(([code, [vi, en]]) => ({ code: code as ReasonCode, vi, en }));

/**
 * The text of a reason, such as `tên 0,93: khác dấu ở âm tiết thứ 2 (hòa / hoa)`. It may quote words of the names
 * compared: for the eyes of those who may see both people, never for a log.
 */
export function explain(reason: MatchReason, language: Language): string {
  const text = TEXTS[reason.code][language === 'vi' ? 0 : 1];
  return text.replace(/\{(\w+)\}/g, (all, name: string) => {
    const value = reason.params[name];
    if (value === undefined) return all;
    if (name !== 'score' || typeof value === 'string') return String(value);
    const shown = value.toFixed(2);
    return language === 'vi' ? shown.replace('.', ',') : shown;
  });
}
