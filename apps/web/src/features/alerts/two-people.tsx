import type { Output } from '@luutru/client';
import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showBirthDate, showMoment } from '../../i18n/format';
import { useCodeNames } from '../../api/code-names';
import { Facts } from '../police/facts';

type Detail = Output<'getAlert'>;

/** As the facility declared. */
export function SeenPerson({ detail }: { detail: Detail }) {
  const { t } = useTranslation('alerts');
  const { t: police } = useTranslation('police');
  const papers = useCodeNames('document-type');
  const { person, place, arrivedAt, expectedDepartureAt, departedAt, state } = detail.stay;
  const { room, seat, department } = place;
  return (
    <Stack gap="xs" component="section">
      <Title order={3} size="h5">
        {t('seen')}
      </Title>
      <Text fw={650}>{person.fullName}</Text>
      <Facts
        facts={[
          [t('facts.born'), showBirthDate(person.birthDate)],
          [t('facts.sex'), police(person.sex === 'F' ? 'sex.F' : 'sex.M')],
          [t('facts.nationality'), person.nationality],
          [papers.nameOf(person.documentType), person.documentNumber],
          [t('facts.phone'), person.phone],
          [t('facts.state'), police(`state.${state}`)],
          [t('facts.arrived'), showMoment(arrivedAt)],
          [t('facts.expected'), departedAt === null && expectedDepartureAt && showMoment(expectedDepartureAt)],
          [t('facts.departed'), departedAt && showMoment(departedAt)],
          [t('facts.room'), room ?? seat ?? department],
        ]}
      />
    </Stack>
  );
}

/** As the list describes them; only the first name is certain. */
export function ListedPerson({ detail }: { detail: Detail }) {
  const { t } = useTranslation('alerts');
  const { t: police } = useTranslation('police');
  const { entry, state } = detail.listed;
  const [name, ...others] = entry.names;
  return (
    <Stack gap="xs" component="section">
      <Title order={3} size="h5">
        {t('listed')}
      </Title>
      <Text fw={650}>{name}</Text>
      {state !== 'active' && <Text c="var(--mantine-color-error)">{t(`listedState.${state}`)}</Text>}
      <Facts
        facts={[
          [t('facts.otherNames'), others.join('; ')],
          [t('facts.born'), entry.birthDates.map(partialDate).join('; ')],
          [t('facts.sex'), entry.sex === null ? null : police(entry.sex === 'F' ? 'sex.F' : 'sex.M')],
          [t('facts.nationality'), entry.nationality],
          [t('facts.numbers'), entry.documentNumbers.join('; ')],
          [t('facts.reference'), entry.reference],
          [t('facts.photo'), entry.photoRef],
          [t('facts.note'), entry.note],
        ]}
      />
    </Stack>
  );
}

/** `1990-08` as `08/1990`. */
const partialDate = (date: string): string => date.split('-').reverse().join('/');
