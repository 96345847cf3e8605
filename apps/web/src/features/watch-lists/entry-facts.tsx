import type { components } from '@luutru/client';
import { useTranslation } from 'react-i18next';
import { Facts } from '../police/facts';

export type EntryContent = components['schemas']['EntryContentResponse'];

/** `1990-08` as `08/1990`. */
export const partialDate = (date: string): string => date.split('-').reverse().join('/');

/** What an entry says of somebody, apart from the first name. */
export function EntryFacts({ entry, withName = false }: { entry: EntryContent; withName?: boolean }) {
  const { t } = useTranslation('watch-lists');
  const { t: police } = useTranslation('police');
  const [name, ...others] = entry.names;
  return (
    <Facts
      facts={[
        [t('entry.name'), withName ? name : null],
        [t('entry.otherNames'), others.join('; ')],
        [t('entry.birthDates'), entry.birthDates.map(partialDate).join('; ')],
        [t('entry.documentNumbers'), entry.documentNumbers.join('; ')],
        [t('entry.sex'), entry.sex === null ? null : police(entry.sex === 'F' ? 'sex.F' : 'sex.M')],
        [t('entry.nationality'), entry.nationality],
        [t('entry.reference'), entry.reference],
        [t('entry.photoRef'), entry.photoRef],
        [t('entry.note'), entry.note],
      ]}
    />
  );
}
