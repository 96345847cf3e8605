import type { Output } from '@luutru/client';
import { Alert, Grid, Paper, Stack, Text, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../states/problem';
import { Empty, Loading } from '../../states/states';
import { useLook } from '../police/look';
import { Pager, useCursor } from '../police/pages-of';
import { PersonWords } from '../police/person-words';
import { Companions } from './companions';
import { PersonMap } from './person-map';
import { Places } from './places';
import { StayTimeline } from './stay-timeline';
import type { Chosen } from './work';

type View = Output<'viewPerson'>;

/** A page of somebody's stays, with who was there too and where that was. */
export function PersonView({ chosen }: { chosen: Chosen }) {
  const { t } = useTranslation('person-search');
  const { cursor, page, forward, back } = useCursor();
  const { stated, facilityId, stayId } = chosen;
  const query = useLook('viewPerson', {
    body: { ...stated, facilityId, stayId, ...(cursor !== undefined && { cursor }) },
  });
  if (query.isPending) return <Loading label={t('person.loading')} />;
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  const { stays, companions, map, next } = query.data;
  if (stays.length === 0) return <Empty title={t('person.nothing')}>{t('person.nothingHint')}</Empty>;
  return (
    <Stack gap="lg">
      <Identity stays={stays} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Section title={t('person.stays')}>
            <StayTimeline stays={stays} />
            <Pager page={page} next={next} onForward={forward} onBack={back} />
            {next !== null && (
              <Alert color="blue" icon={<IconInfoCircle aria-hidden />} p="xs">
                {t('person.older')}
              </Alert>
            )}
          </Section>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack gap="lg">
            <Section title={t('person.companions')}>
              <Companions companions={companions} stays={stays} stated={stated} />
            </Section>
            <Section title={t('person.places')}>
              <PersonMap wards={map} />
              <Places wards={map} stays={stays} />
            </Section>
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="sm" component="section">
      <Title order={2} size="h4">
        {title}
      </Title>
      {children}
    </Stack>
  );
}

/** As declared last; other spellings and papers of earlier stays are said too, because they may be a lead. */
function Identity({ stays }: { stays: View['stays'] }) {
  const { t } = useTranslation('person-search');
  const [first] = useState(stays[0]);
  if (!first) return null;
  const { person } = first;
  const names = [...new Set(stays.map(({ person: { fullName } }) => fullName))].filter(
    (name) => name !== person.fullName,
  );
  const numbers = [...new Set(stays.map(({ person: { documentNumber } }) => documentNumber))].filter(
    (number) => number !== null && number !== person.documentNumber,
  );
  const phones = [...new Set(stays.map(({ person: { phone } }) => phone))].filter((phone) => phone !== null);
  return (
    <Paper withBorder p="md">
      <Stack gap={4}>
        <Text fw={700} size="lg">
          {person.fullName}
        </Text>
        <PersonWords person={person} />
        {phones.length > 0 && <Text size="sm">{t('person.phones', { phones: phones.join(', ') })}</Text>}
        {names.length > 0 && <Text size="sm">{t('person.otherNames', { names: names.join('; ') })}</Text>}
        {numbers.length > 0 && <Text size="sm">{t('person.otherNumbers', { numbers: numbers.join('; ') })}</Text>}
      </Stack>
    </Paper>
  );
}
