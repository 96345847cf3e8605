import { toLocalIso } from '@luutru/calendar';
import type {
  DeadLetter,
  Difference,
  DifferenceKind,
  DeliveryStatus,
  ReconciliationResult,
  TopicStatus,
  WorkerStatus,
} from '@luutru/delivery';
import type { LocalizedText } from '@luutru/platform';

const DIFFERENCES: Readonly<Record<DifferenceKind, LocalizedText>> = {
  'missing-there': { vi: 'bên nhận không có', en: 'they do not have it' },
  'unfinished-here': { vi: 'bên nhận đã có, ta chưa ghi nhận', en: 'they have it and we did not know' },
  'unknown-here': { vi: 'bên nhận có, ta không có', en: 'they have it and we know nothing of it' },
  differs: { vi: 'nội dung khác nhau', en: 'the contents differ' },
};

const BREAKERS: Readonly<Record<WorkerStatus['breaker'], string>> = {
  closed: 'đóng',
  'half-open': 'thử lại',
  open: 'mở',
};

/** How the delivery stands, line by line, Vietnamese first. */
export function describeStatus(status: DeliveryStatus, letters: readonly DeadLetter[]): string[] {
  return [
    ...status.topics.flatMap((topic) => topicLines(topic, status.at)),
    ...status.workers.map(workerLine),
    ...status.blocked.map(
      ({ code, topic, stays }) => `${code} (${topic}): ${stays} lưu trú bị chặn / stays wait behind a dead event`,
    ),
    ...letters.map(
      (letter) =>
        `gác lại / dead: ${letter.outboxId}  ${letter.facilityCode}  ${letter.stayId}:${letter.sequence}  ${letter.code}  ${toLocalIso(letter.since)}`,
    ),
  ];
}

function topicLines(topic: TopicStatus, at: Date): string[] {
  const { pending, due, dead, blockedStays, finishedLastMinute, finishedLastFiveMinutes, oldestPendingAt, paused } =
    topic;
  const age = oldestPendingAt ? Math.max(0, Math.round((at.getTime() - oldestPendingAt.getTime()) / 1_000)) : 0;
  return [
    `${topic.topic}: ${pending} chờ gửi (${due} gửi được ngay), lâu nhất ${age} giây; ${dead} gác lại, ${blockedStays} lưu trú bị chặn; đã gửi ${finishedLastMinute} trong 1 phút, ${finishedLastFiveMinutes} trong 5 phút`,
    `${topic.topic}: ${pending} pending (${due} due), the oldest ${age} s; ${dead} dead, ${blockedStays} stays blocked; ${finishedLastMinute} finished in 1 minute, ${finishedLastFiveMinutes} in 5`,
    ...(paused ? [`${topic.topic}: TẠM DỪNG / PAUSED ${toLocalIso(paused.at)} ${paused.by}: ${paused.reason}`] : []),
  ];
}

function workerLine({ workerId, breaker, retryAt, inFlight, seenAt, gone }: WorkerStatus): string {
  const until = retryAt ? ` → ${toLocalIso(retryAt)}` : '';
  const away = gone ? `  KHÔNG CÒN BÁO VỀ / GONE ${toLocalIso(seenAt)}` : '';
  return `worker ${workerId}: cầu dao ${BREAKERS[breaker]} / breaker ${breaker}${until}; ${inFlight} đang gửi / in flight${away}`;
}

export function differenceLine({ kind, eventId, at, repaired }: Difference): string {
  const { vi, en } = DIFFERENCES[kind];
  const done = repaired ? 'đã sửa / repaired' : 'CÒN LẠI / REMAINS';
  return `${kind.padEnd(15)}  ${eventId}  ${toLocalIso(at)}  ${done}  (${vi} / ${en})`;
}

export function describeReconciliation({ theirs, ours, differences, remaining }: ReconciliationResult): string[] {
  return [
    `Đã đối chiếu ${theirs} sự kiện của bên nhận, ${ours} sự kiện của ta: ${differences} khác biệt, còn lại ${remaining}`,
    `Compared ${theirs} events of theirs, ${ours} of ours: ${differences} differences, ${remaining} remaining`,
  ];
}
