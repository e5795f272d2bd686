import { Download } from 'lucide-react';
import { useRef, useState } from 'react';
import { exchangesOf } from '../conversation/exchange.ts';
import { useWording } from '../interface.tsx';
import styles from './conversations.module.css';
import { loadConversation } from './stored-conversations.ts';

const MEDIA_TYPES = {
  md: 'text/markdown;charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
type Format = keyof typeof MEDIA_TYPES;

/** The conversation as a file. What writes it is only fetched when it is wanted. */
export function DownloadMenu({ current }: { current: string }) {
  const wording = useWording();
  const menu = useRef<HTMLDetailsElement>(null);
  const [failed, setFailed] = useState(false);
  const { download, markdown, word } = wording.conversation;
  const save = async (format: Format) => {
    menu.current?.removeAttribute('open');
    const conversation = loadConversation(current);
    if (!conversation) return;
    try {
      const exchanges = exchangesOf(conversation.messages);
      const content =
        format === 'md'
          ? (await import('../export/markdown-file.ts')).markdownFile(exchanges, wording, location.origin)
          : await (await import('../export/word-file.ts')).wordFile(exchanges, wording, location.origin);
      saveFile(
        new Blob([content], { type: MEDIA_TYPES[format] }),
        `${fileName(conversation.title)}.${format}`,
      );
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <details
      ref={menu}
      className={styles.menu}
      onKeyDown={(event) => event.key === 'Escape' && menu.current?.removeAttribute('open')}
    >
      <summary>
        <Download aria-hidden size={16} /> {download}
      </summary>
      <div className={styles.menuItems}>
        <button type="button" onClick={() => save('md')}>
          {markdown}
        </button>
        <button type="button" onClick={() => save('docx')}>
          {word}
        </button>
      </div>
      {failed && <p role="alert">{wording.failures.file}</p>}
    </details>
  );
}

function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Without what file systems refuse. */
function fileName(title: string): string {
  return title.replace(/[\\/:*?"<>|？\s]+/g, ' ').trim() || 'zhangwen';
}
