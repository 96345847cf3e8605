import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showBirthDate } from '../../i18n/format';
import { useCodeNames } from '../../api/code-names';

interface Described {
  readonly birthDate: string;
  readonly sex: string;
  readonly nationality: string;
  readonly documentType: number;
  readonly documentNumber: string | null;
}

/** Born, sex, nationality and paper of somebody, in a line. */
export function PersonWords({ person }: { person: Described }) {
  const { t } = useTranslation('police');
  const papers = useCodeNames('document-type');
  const { birthDate, sex, nationality, documentType, documentNumber } = person;
  const paper = documentNumber === null ? t('person.noNumber') : documentNumber;
  return (
    <Text size="sm">
      {t('person.born', { date: showBirthDate(birthDate) })} · {t(sex === 'F' ? 'sex.F' : 'sex.M')} · {nationality} ·{' '}
      {papers.nameOf(documentType)}: {paper}
    </Text>
  );
}
