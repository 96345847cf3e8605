import { Stack, Text } from '@mantine/core';
import type { Facility } from '../../../api/facility';
import { QrCode } from '../../../app/qr-code';
import classes from './desk-card.module.css';

/** Stands on the desk: in both languages at once, because the paper does not know who reads it. */
export function DeskCard({ facility, url }: { facility: Facility; url: string }) {
  return (
    <section className={classes.card} aria-label={facility.name}>
      <Stack align="center" gap="sm" ta="center">
        <Text fz="xl" fw={700}>
          {facility.name}
        </Text>
        <div lang="vi">
          <Text fz="1.6rem" fw={800} lh={1.2} style={{ textWrap: 'balance' }}>
            Quét mã để tự khai lưu trú
          </Text>
          <Text>Nhanh hơn cho bạn: quét thẻ căn cước bằng điện thoại, rồi đọc mã số cho lễ tân.</Text>
        </div>
        <QrCode text={url} label={`QR: ${facility.name}`} size={260} />
        <div lang="en">
          <Text fz="1.3rem" fw={800} lh={1.2}>
            Scan to check in by yourself
          </Text>
          <Text>Enter your details on your phone, then tell the desk your number.</Text>
        </div>
        <Text size="xs" lang="vi">
          Không bắt buộc. Ảnh giấy tờ không rời khỏi điện thoại của bạn.
        </Text>
        <Text size="xs" lang="en">
          Optional. Pictures of your papers never leave your phone.
        </Text>
      </Stack>
    </section>
  );
}
