import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Stay } from '../stay';

export interface ActionFormProps {
  readonly stay: Stay;
  readonly done: () => void;
  readonly onClose: () => void;
}

export function DialogButtons({ label, pending, onClose }: { label: string; pending: boolean; onClose: () => void }) {
  const { t } = useTranslation('common');
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose}>
        {t('actions.back')}
      </Button>
      <Button type="submit" loading={pending}>
        {label}
      </Button>
    </Group>
  );
}
