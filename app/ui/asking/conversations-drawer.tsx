import type { ReportOutline } from '../../report-outline.ts';
import type { Start } from './start.ts';

interface ConversationsDrawerProps {
  readonly current: string;
  readonly reports: readonly ReportOutline[];
  readonly onOpen: (start: Start) => void;
  readonly onNew: () => void;
}

export function ConversationsDrawer(_: ConversationsDrawerProps) {
  return null;
}
