import { Button, Group, NativeSelect, Paper, SimpleGrid, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconBriefcase } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusFirstError } from '../../forms/focus-first-error';
import { useCodeNames } from '../../api/code-names';
import { type Glass, useOpenGlasses } from './glasses';
import { clockText, useNow } from './now';
import { state, type Stated, useStated } from './stated';

/** The purpose and case of this work, asked for before anything can be looked at; then a line that can be changed. */
export function StatedBar({ children }: { children?: ReactNode }) {
  const stated = useStated();
  const [changing, setChanging] = useState(false);
  if (!stated || changing) {
    return (
      <StatedForm
        stated={stated}
        onDone={(next) => {
          state(next);
          setChanging(false);
        }}
        onCancel={stated && (() => setChanging(false))}
      />
    );
  }
  return (
    <>
      <StatedLine stated={stated} onChange={() => setChanging(true)} />
      {children}
    </>
  );
}

function StatedLine({ stated, onChange }: { stated: Stated; onChange: () => void }) {
  const { t } = useTranslation('police');
  const purposes = useCodeNames('look-purpose');
  const open = useOpenGlasses();
  return (
    <Paper withBorder px="sm" py={6}>
      <Group gap="sm" justify="space-between">
        <Group gap={8} wrap="nowrap" miw={0}>
          <IconBriefcase size={18} aria-hidden />
          <Text size="sm">
            {t('stated.line', { purpose: purposes.nameOf(stated.purpose), caseNumber: stated.caseNumber })}
          </Text>
        </Group>
        <Button variant="subtle" size="compact-sm" mih={28} onClick={onChange}>
          {t('stated.change')}
        </Button>
        {open.map((glass) => (
          <GlassSwitch key={glass.breakGlassId} glass={glass} stated={stated} />
        ))}
      </Group>
    </Paper>
  );
}

function GlassSwitch({ glass, stated }: { glass: Glass; stated: Stated }) {
  const { t } = useTranslation('police');
  const now = useNow();
  const used = stated.breakGlassId === glass.breakGlassId;
  const left = clockText(new Date(glass.expiresAt).getTime() - now);
  const { purpose, breakGlassId } = glass;
  return (
    <Switch
      checked={used}
      label={t('stated.glass', { left })}
      onChange={() =>
        state(
          used
            ? { purpose: stated.purpose, caseNumber: stated.caseNumber }
            : { purpose, caseNumber: glass.caseNumber ?? stated.caseNumber, breakGlassId },
        )
      }
    />
  );
}

interface StatedFormProps {
  readonly stated: Stated | null;
  readonly onDone: (stated: Stated) => void;
  readonly onCancel: (() => void) | null;
}

function StatedForm({ stated, onDone, onCancel }: StatedFormProps) {
  const { t } = useTranslation('police');
  const { t: common } = useTranslation('common');
  const purposes = useCodeNames('look-purpose');
  const ref = useRef<HTMLFormElement>(null);
  const missing = (value: string): string | null => (value.trim() === '' ? t('stated.missing') : null);
  const form = useForm({
    initialValues: { purpose: stated?.purpose ?? '', caseNumber: stated?.caseNumber ?? '' },
    validate: { purpose: missing, caseNumber: missing },
  });
  return (
    <Paper withBorder p="md">
      <form
        ref={ref}
        noValidate
        onSubmit={form.onSubmit(
          ({ purpose, caseNumber }) => onDone({ purpose, caseNumber: caseNumber.trim() }),
          () => focusFirstError(ref.current),
        )}
      >
        <Stack gap="sm">
          <Text size="sm">{t('stated.hint')}</Text>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <NativeSelect
              label={t('stated.purpose')}
              data={[{ value: '', label: t('units.choose') }, ...purposes.options]}
              required
              {...form.getInputProps('purpose')}
            />
            <TextInput
              label={t('stated.caseNumber')}
              placeholder="VV-2026/118"
              maxLength={64}
              autoComplete="off"
              required
              {...form.getInputProps('caseNumber')}
            />
          </SimpleGrid>
          <Group gap="xs">
            <Button type="submit">{t('stated.go')}</Button>
            {onCancel && (
              <Button variant="default" onClick={onCancel}>
                {common('actions.cancel')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
