import type { Output } from '@luutru/client';
import { Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { whileActive } from '../../../api/while-active';
import { Page } from '../../../app/page';
import { showNumber } from '../../../i18n/format';
import { Problem } from '../../../states/problem';
import { Empty, Loading } from '../../../states/states';
import { CompliancePages } from '../compliance-pages';

type Ward = Output<'rankWards'>['wards'][number];

const COLUMNS = ['facilities', 'silent', 'outside', 'points', 'pointsPerFacility'] as const;

/** Wards by points for each facility: a large ward is not worse for being large. */
export function WardsPage() {
  const { t } = useTranslation('compliance');
  const narrow = useMediaQuery('(max-width: 48em)');
  const query = useQuery({ ...ask('rankWards'), refetchInterval: whileActive(60_000) });
  const wards = query.data?.wards ?? [];
  return (
    <Page title={t('wards.title')} hint={t('wards.hint')} actions={<CompliancePages />}>
      {query.isPending && <Loading />}
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
      {query.data && wards.length === 0 && <Empty title={t('wards.none')}>{t('noneHint')}</Empty>}
      {wards.length > 0 && (narrow ? <WardCards wards={wards} /> : <WardTable wards={wards} />)}
    </Page>
  );
}

function WardTable({ wards }: { wards: readonly Ward[] }) {
  const { t } = useTranslation('compliance');
  return (
    <Table striped verticalSpacing={6} stickyHeader stickyHeaderOffset={56}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('wards.rank')}</Table.Th>
          <Table.Th>{t('ward')}</Table.Th>
          {COLUMNS.map((column) => (
            <Table.Th key={column} ta="right">
              {t(`wards.${column}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {wards.map((ward) => (
          <Table.Tr key={ward.wardId}>
            <Table.Td>{ward.rank}</Table.Td>
            <Table.Th scope="row">{ward.wardName}</Table.Th>
            {COLUMNS.map((column) => (
              <Table.Td key={column} ta="right">
                {showNumber(Math.round(ward[column] * 100) / 100)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function WardCards({ wards }: { wards: readonly Ward[] }) {
  const { t } = useTranslation('compliance');
  return (
    <Stack gap="xs">
      {wards.map((ward) => (
        <Paper withBorder p="sm" key={ward.wardId} component="article">
          <Group justify="space-between" wrap="nowrap">
            <Title order={2} size="h5">
              {ward.rank}. {ward.wardName}
            </Title>
            <Text fw={700}>{showNumber(Math.round(ward.pointsPerFacility * 100) / 100)}</Text>
          </Group>
          <Text size="sm">
            {t('wards.line', { facilities: ward.facilities, silent: ward.silent, outside: ward.outside })}
          </Text>
        </Paper>
      ))}
    </Stack>
  );
}
