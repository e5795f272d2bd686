import { type PointerEventHandler, type RefObject, useLayoutEffect, useRef } from 'react';
import type { Citation } from '../../../lib/answer/answer.ts';
import { useWording } from '../interface.tsx';
import { LANGUAGE_TAGS } from '../language.ts';
import styles from './citation.module.css';
import { placeName } from './citation-place.ts';

interface QuotationCardProps {
  readonly id: string;
  readonly citation: Citation;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onPointerEnter: PointerEventHandler;
  readonly onPointerLeave: PointerEventHandler;
}

/** Pixels between card, chip and window. */
const GAP = 8;

/** What a citation quotes and where that stands, above everything else and within the window. */
export function QuotationCard({ id, citation, anchor, ...onPointer }: QuotationCardProps) {
  const wording = useWording();
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!card.current || !anchor.current) return;
    card.current.showPopover();
    placeBeside(card.current, anchor.current.getBoundingClientRect());
  }, [anchor]);
  return (
    <div
      ref={card}
      id={id}
      popover="manual"
      role="tooltip"
      className={styles.card}
      lang={LANGUAGE_TAGS.zh}
      {...onPointer}
    >
      <p className={styles.quote}>{citation.quote}</p>
      {citation.speaker && <p className={styles.speaker}>——{citation.speaker}</p>}
      <p className={styles.place}>{placeName(citation, wording)}</p>
    </div>
  );
}

/** Above the anchor where there is room, else below. */
function placeBeside(card: HTMLElement, anchor: DOMRect): void {
  const { width, height } = card.getBoundingClientRect();
  const left = Math.min(Math.max(GAP, anchor.left + anchor.width / 2 - width / 2), innerWidth - width - GAP);
  const above = anchor.top - height - GAP;
  card.style.left = `${left}px`;
  card.style.top = `${above >= GAP ? above : anchor.bottom + GAP}px`;
}
